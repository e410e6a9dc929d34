'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { toFieldError } from '../hooks/form-errors.js'
import { usePasswordChange, type UsePasswordChangeOptions } from '../hooks/use-password-change.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { useSession } from '../hooks/use-session.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { NextActions } from './next-actions.js'
import { CurrentPasswordField } from './parts/current-password-field.js'
import { FlowCard, type PlainFormProps } from './parts/flow-card.js'
import { HiddenUsername } from './parts/hidden-username.js'
import { NewPasswordField, type PasswordStrength } from './parts/new-password-field.js'
import { Panel } from './parts/panel.js'
import { SubmitButton } from './parts/submit-button.js'

/** What `<ChangePassword>` takes; other props reach the element around it. */
export interface ChangePasswordProps
  extends
    Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UsePasswordChangeOptions,
    PlainFormProps {
  /** Whose password it is, for password managers. Default: who is signed in, as far as the backend tells. */
  email?: string | undefined
  /** An app's own judgement of the new password, below its requirements. */
  strength?: PasswordStrength | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
  /** Above the form, below the heading. */
  intro?: ReactNode
  /** Below the form. */
  footer?: ReactNode
}

/** Changes the password of whoever is signed in, after the present one has been typed. */
export const ChangePassword = forwardRef<HTMLDivElement, ChangePasswordProps>(
  function ChangePassword({ copy, ...props }, ref) {
    return (
      <CopyOverride copy={copy}>
        <ChangePasswordScreen {...props} ref={ref} />
      </CopyOverride>
    )
  },
)

const ChangePasswordScreen = forwardRef<HTMLDivElement, Omit<ChangePasswordProps, 'copy'>>(
  function ChangePasswordScreen(
    { email, onChanged, passwordPolicy: ownPolicy, strength, intro, footer, ...props },
    ref,
  ) {
    useRequiredAction('ChangePassword', 'changePassword')
    const { say } = useCopy()
    const session = useSession()
    const { state, form, passwordPolicy, submit, reset } = usePasswordChange({
      onChanged,
      passwordPolicy: ownPolicy,
    })
    const { errors, submitCount } = form.formState
    const handlers = {
      retry: () => void submit(),
      // The same form again helps neither whoever is no longer signed in nor an account without a password.
      restart:
        state.kind === 'sign_in_required' || state.kind === 'method_unavailable'
          ? undefined
          : reset,
      placedFields: ['currentPassword', 'newPassword'],
    }
    return (
      <FlowCard
        state={state}
        handlers={handlers}
        heading="titles.changePassword"
        panel={state.kind === 'password_changed' ? <PasswordChanged /> : undefined}
        intro={intro}
        footer={footer}
        attempts={submitCount}
        onSend={submit}
        onReturn={() => form.setFocus('currentPassword')}
        {...props}
        ref={ref}
      >
        <HiddenUsername
          email={email ?? (session.status === 'signed_in' ? session.user?.email : null)}
        />
        <CurrentPasswordField
          called="currentPassword"
          fault={toFieldError('currentPassword', errors.currentPassword)}
          {...form.register('currentPassword')}
        />
        <NewPasswordField
          called="newPassword"
          fault={toFieldError('newPassword', errors.newPassword)}
          typed={form.watch('newPassword')}
          policy={passwordPolicy}
          strength={strength}
          {...form.register('newPassword')}
        />
        <SubmitButton pending={state.kind === 'submitting'}>
          {say('actions.changePassword')}
        </SubmitButton>
      </FlowCard>
    )
  },
)

/** The form goes once its password is good, so that password managers offer to keep it. */
function PasswordChanged() {
  return (
    <Panel kind="password_changed" heading="texts.passwordChanged">
      <NextActions lead="primary" wanted={['continue']} handlers={{ hasForm: true }} />
    </Panel>
  )
}
