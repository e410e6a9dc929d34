'use client'
import {
  forwardRef,
  useCallback,
  useRef,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { useWatch } from 'react-hook-form'
import { toFieldError } from '../hooks/form-errors.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { useSignUp, type NameField, type SignUpOptions } from '../hooks/use-sign-up.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyKey, CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { FieldInput } from '../primitives/field/field.js'
import { NextActions } from './next-actions.js'
import { ConfirmPasswordField } from './parts/confirm-password-field.js'
import { FlowCard, type PlainFormProps } from './parts/flow-card.js'
import { FormField } from './parts/form-field.js'
import { LinkControl } from './parts/link-control.js'
import { MailAddressField } from './parts/mail-address-field.js'
import { NewPasswordField, type PasswordStrength } from './parts/new-password-field.js'
import type { OtherWaysProps } from './parts/other-ways.js'
import { Panel } from './parts/panel.js'
import { SubmitButton } from './parts/submit-button.js'

/** What `<SignUp>` takes; other props reach the element around it. */
export interface SignUpProps
  extends
    Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    SignUpOptions,
    PlainFormProps,
    OtherWaysProps {
  /** An app's own judgement of the password, below its requirements. */
  strength?: PasswordStrength | undefined
  /** In the form, above its button. A control in it that is `required` holds the form back until it is filled in. */
  terms?: ReactNode
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
  /** Above the form, below the heading. */
  intro?: ReactNode
  /** Below the form, in place of the link to sign-in. */
  footer?: ReactNode
}

const NO_NAMES: readonly NameField[] = []

const SIGNED_IN: CopyKey = 'codes.signed_in.text'

const AUTOCOMPLETE = {
  name: 'name',
  firstName: 'given-name',
  lastName: 'family-name',
} as const satisfies Record<NameField, string>

/** Creates an account with e-mail and password, through every state the backend may answer with. */
export const SignUp = forwardRef<HTMLDivElement, SignUpProps>(function SignUp(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <SignUpScreen {...props} ref={ref} />
    </CopyOverride>
  )
})

const SignUpScreen = forwardRef<HTMLDivElement, Omit<SignUpProps, 'copy'>>(function SignUpScreen(
  {
    onSignedIn,
    onSignedUp,
    defaultEmail,
    fields = NO_NAMES,
    confirmPassword = false,
    passwordPolicy: ownPolicy,
    redirectUrl,
    latencyFloorMs,
    delay,
    strength,
    terms,
    intro,
    footer,
    ...props
  },
  ref,
) {
  useRequiredAction('SignUp', 'signUp')
  const { say } = useCopy()
  const termsArea = useRef<HTMLDivElement>(null)
  const { state, form, passwordPolicy, submit, solveCaptcha, cancel, finish, reset } = useSignUp({
    onSignedIn,
    onSignedUp,
    defaultEmail,
    fields,
    confirmPassword,
    passwordPolicy: ownPolicy,
    redirectUrl,
    latencyFloorMs,
    delay,
    beforeSend: useCallback(() => isFilledIn(termsArea.current), []),
  })
  const typed = useWatch({ control: form.control, name: 'password' })
  const { errors, submitCount } = form.formState
  const typedEmail = () => form.getValues('email').trim()
  const handlers = {
    // An account that waits for its mail is not to be asked for again.
    retry: state.kind === 'verification_required' ? undefined : () => void submit(),
    restart: reset,
    finish,
    solveCaptcha: (token: string) => void solveCaptcha(token),
    placedFields: Object.keys(form.getValues()),
    email: typedEmail(),
  }
  return (
    <FlowCard
      state={state}
      handlers={handlers}
      heading="titles.signUp"
      panel={state.kind === 'signed_in' ? <SignedUp /> : undefined}
      intro={intro}
      footer={
        footer ?? (state.kind === 'account_exists' ? null : <SignInLink email={typedEmail} />)
      }
      attempts={submitCount}
      onSend={submit}
      onReturn={() => form.setFocus('email')}
      typedEmail={typedEmail}
      {...props}
      ref={ref}
    >
      {fields.map((name) => (
        <FormField
          key={name}
          label={say(`labels.${name}`)}
          fault={toFieldError(name, errors[name])}
        >
          <FieldInput autoComplete={AUTOCOMPLETE[name]} required {...form.register(name)} />
        </FormField>
      ))}
      <MailAddressField
        form={form}
        field={form.register('email')}
        fault={toFieldError('email', errors.email)}
      />
      <NewPasswordField
        fault={toFieldError('password', errors.password)}
        typed={typed}
        policy={passwordPolicy}
        strength={strength}
        {...form.register('password')}
      />
      {confirmPassword && (
        <ConfirmPasswordField
          fault={toFieldError('confirmPassword', errors.confirmPassword)}
          {...form.register('confirmPassword')}
        />
      )}
      {terms && (
        <div data-gw="terms" ref={termsArea}>
          {terms}
        </div>
      )}
      <SubmitButton pending={state.kind === 'submitting'} onCancel={cancel}>
        {say('actions.createAccount')}
      </SubmitButton>
    </FlowCard>
  )
})

/** A way on for those who have an account; nothing where the app has not named the place. */
function SignInLink({ email }: { email: () => string }) {
  const { say } = useCopy()
  return (
    <div data-gw="footer">
      <LinkControl to="signIn" email={email} before={say('texts.haveAccount')}>
        {say('actions.signIn')}
      </LinkControl>
    </div>
  )
}

/** The form goes once its password is good, so that password managers offer to keep it. */
function SignedUp() {
  return (
    <Panel kind="signed_in" heading={SIGNED_IN}>
      <NextActions lead="primary" wanted={['continue']} handlers={{}} />
    </Panel>
  )
}

/** The app's own controls speak for themselves, in the browser's words. */
function isFilledIn(area: HTMLElement | null): boolean {
  const controls = area?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? []
  return Array.from(controls).every((control) => control.reportValidity())
}
