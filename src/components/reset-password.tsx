'use client'
import { forwardRef, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { PasswordPolicy } from '../backends/actions.js'
import { useAuthSettings } from '../hooks/auth-context.js'
import { toFieldError } from '../hooks/form-errors.js'
import { useLinkToken } from '../hooks/use-link-token.js'
import { usePasswordReset } from '../hooks/use-password-reset.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { ForgotPassword } from './forgot-password.js'
import { NextActions } from './next-actions.js'
import { FlowCard, type PlainFormProps } from './parts/flow-card.js'
import { HiddenUsername } from './parts/hidden-username.js'
import { NewPasswordField, type PasswordStrength } from './parts/new-password-field.js'
import { Panel } from './parts/panel.js'
import { SubmitButton } from './parts/submit-button.js'

/** What `<ResetPassword>` takes; other props reach the element around it. */
export interface ResetPasswordProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, PlainFormProps {
  /**
   * The token of the link. Default: taken from the page's address, and out of it. With an `action` it is a hidden
   * field of the form, `token`.
   */
  token?: string | undefined
  /** Whose password it is, where the app knows: password managers then keep it for the right account. */
  email?: string | undefined
  /** Called once the new password is set. */
  onReset?: (() => void) | undefined
  /** What a password has to be, where the backend is not to be asked. */
  passwordPolicy?: Partial<PasswordPolicy> | undefined
  /** An app's own judgement of the password, below its requirements. */
  strength?: PasswordStrength | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
  /** Above the form, in place of what it is for. */
  intro?: ReactNode
  /** Below the form. */
  footer?: ReactNode
}

/** Where the link of a reset mail leads: sets the new password. The link is spent by the form, never by opening it. */
export const ResetPassword = forwardRef<HTMLDivElement, ResetPasswordProps>(function ResetPassword(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <ResetPasswordScreen {...props} ref={ref} />
    </CopyOverride>
  )
})

const ResetPasswordScreen = forwardRef<HTMLDivElement, Omit<ResetPasswordProps, 'copy'>>(
  function ResetPasswordScreen(
    { token, email, onReset, passwordPolicy: ownPolicy, strength, intro, footer, action, ...props },
    ref,
  ) {
    useRequiredAction('ResetPassword', 'resetPassword')
    const link = useLinkToken('reset_password', token)
    const { links } = useAuthSettings('ResetPassword')
    const { say } = useCopy()
    const [wantsLink, setWantsLink] = useState(false)
    const { state, form, passwordPolicy, submit, reset } = usePasswordReset({
      token: link.token,
      onTokenSpent: link.forget,
      onReset,
      passwordPolicy: ownPolicy,
    })
    const askForLink = () => {
      link.forget()
      setWantsLink(true)
    }
    if (wantsLink) return <ForgotPassword defaultEmail={email} takesFocus {...props} ref={ref} />

    const shown = state.kind === 'ready' ? (link.problem ?? state) : state
    const { errors, submitCount } = form.formState
    const handlers = {
      retry: () => void submit(),
      // A link that is dead stays dead: starting over means asking for another.
      restart: shown.kind === 'link_invalid' ? undefined : reset,
      requestLink: links.resetPassword === undefined ? askForLink : undefined,
      placedFields: ['newPassword'],
      email,
    }
    return (
      <FlowCard
        state={shown}
        handlers={handlers}
        heading="titles.resetPassword"
        panel={state.kind === 'password_reset' ? <PasswordChanged email={email} /> : undefined}
        intro={intro ?? <p data-gw="text">{say('texts.resetPassword')}</p>}
        footer={footer}
        action={action}
        attempts={submitCount}
        onSend={submit}
        onReturn={() => form.setFocus('newPassword')}
        {...props}
        ref={ref}
      >
        <HiddenUsername email={email} />
        {action && token && <input type="hidden" name="token" value={token} readOnly />}
        <NewPasswordField
          called="newPassword"
          fault={toFieldError('newPassword', errors.newPassword)}
          typed={form.watch('newPassword')}
          policy={passwordPolicy}
          strength={strength}
          {...form.register('newPassword')}
        />
        <SubmitButton pending={state.kind === 'submitting'}>
          {say('actions.setPassword')}
        </SubmitButton>
      </FlowCard>
    )
  },
)

/** The form goes once its password is good, so that password managers offer to keep it. */
function PasswordChanged({ email }: { email: string | undefined }) {
  const { say } = useCopy()
  return (
    <Panel kind="password_reset" heading="texts.passwordChanged">
      <p data-gw="text">{say('texts.signInWithNewPassword')}</p>
      <NextActions lead="primary" wanted={['sign_in', 'home']} handlers={{ email }} />
    </Panel>
  )
}
