'use client'
import { forwardRef, useCallback, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { AuthUser } from '../backends/actions.js'
import { toFieldError } from '../hooks/form-errors.js'
import { usePasskeyAutofill } from '../hooks/use-passkey-autofill.js'
import { useSession } from '../hooks/use-session.js'
import type { LatencyOptions } from '../hooks/latency-floor.js'
import { useSignIn, type SignInState } from '../hooks/use-sign-in.js'
import type { StateOf } from '../ui-state/ui-state.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { CurrentPasswordField } from './parts/current-password-field.js'
import { EmailField } from './parts/email-field.js'
import { FlowCard, type PlainFormProps } from './parts/flow-card.js'
import { LinkControl } from './parts/link-control.js'
import type { OtherWaysProps } from './parts/other-ways.js'
import { SignedInPanel } from './parts/signed-in-panel.js'
import { SubmitButton } from './parts/submit-button.js'

/** What `<SignIn>` takes; other props reach the element around it. */
export interface SignInProps
  extends
    Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    LatencyOptions,
    PlainFormProps,
    OtherWaysProps {
  /**
   * Offers passkeys among the suggestions of the e-mail field, where the browser and the backend know them. The
   * page loads what that takes when it is asked for. Default false.
   */
  passkeyAutofill?: boolean | undefined
  /**
   * Goes on with the organization or account that was chosen, where the backend asks for a choice; `client.adopt`
   * starts the session that comes of it. Without it the only way is back.
   */
  onChoose?: ((id: string, state: StateOf<'selection_required'>) => void) | undefined
  /** Goes on with the details that the backend asked for, by name. Without it the only way is back. */
  onDetails?:
    | ((details: Record<string, string>, state: StateOf<'details_required'>) => void)
    | undefined
  /** Called once somebody is signed in, after every further step. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /** Fills the e-mail field. */
  defaultEmail?: string | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
  /** Above the form, below the heading. */
  intro?: ReactNode
  /** Below the form, in place of the links to sign-up and password reset. */
  footer?: ReactNode
}

/** Signs in with e-mail and password, through every state the backend may answer with. */
export const SignIn = forwardRef<HTMLDivElement, SignInProps>(function SignIn(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <SignInScreen {...props} ref={ref} />
    </CopyOverride>
  )
})

const SignInScreen = forwardRef<HTMLDivElement, Omit<SignInProps, 'copy'>>(function SignInScreen(
  {
    onSignedIn,
    onChoose,
    onDetails,
    defaultEmail,
    latencyFloorMs,
    delay,
    passkeyAutofill = false,
    intro,
    footer,
    ...props
  },
  ref,
) {
  const { say } = useCopy()
  const { form, submit, solveCaptcha, cancel, finish, reset, startOver, ...typed } = useSignIn({
    onSignedIn,
    defaultEmail,
    latencyFloorMs,
    delay,
  })
  const finishByPasskey = useCallback((user: AuthUser | null) => finish(user, 'passkey'), [finish])
  const passkey = usePasskeyAutofill({ onSignedIn: finishByPasskey, enabled: passkeyAutofill })
  const { errors, submitCount } = form.formState
  const typedEmail = () => form.getValues('email').trim()
  const toForm = () => form.setFocus(form.getValues('email') === '' ? 'email' : 'password')
  const byPasskey = passkey.state.kind !== 'ready'
  const state = byPasskey ? passkey.state : typed.state
  // Nothing is left to fill in for whoever is in, so that password managers offer to keep the password.
  const isIn = useSession().status === 'signed_in' && state.kind === 'signed_in'
  const handlers = byPasskey
    ? {
        restart: passkey.reset,
        chooseMethod: () => {
          passkey.reset()
          toForm()
        },
        finish: passkey.finish,
        email: typedEmail(),
      }
    : {
        retry: () => void submit(),
        restart: reset,
        otherAccount: startOver,
        finish,
        solveCaptcha: (token: string) => void solveCaptcha(token),
        choose:
          onChoose && state.kind === 'selection_required'
            ? (id: string) => onChoose(id, state)
            : undefined,
        submitDetails:
          onDetails && state.kind === 'details_required'
            ? (details: Record<string, string>) => onDetails(details, state)
            : undefined,
        placedFields: ['email', 'password'],
        email: typedEmail(),
      }
  return (
    <FlowCard
      state={state}
      handlers={handlers}
      heading="titles.signIn"
      panel={isIn ? <SignedInPanel /> : undefined}
      intro={intro}
      footer={footer ?? <SignUpLink email={typedEmail} />}
      attempts={submitCount}
      onSend={(event) => {
        passkey.reset()
        return submit(event)
      }}
      onReturn={toForm}
      typedEmail={typedEmail}
      {...props}
      ref={ref}
    >
      <EmailField
        fault={toFieldError('email', errors.email)}
        autoComplete={passkey.autoComplete}
        {...form.register('email')}
      />
      <CurrentPasswordField
        fault={toFieldError('password', errors.password)}
        {...form.register('password')}
      />
      <SubmitButton pending={state.kind === 'submitting'} onCancel={cancel}>
        {say('actions.signIn')}
      </SubmitButton>
      {footer == null && <ResetLink state={state} email={typedEmail} />}
    </FlowCard>
  )
})

/** A way on for those who do not know their password; nothing where the app has not named the place. */
function ResetLink({ state, email }: { state: SignInState; email: () => string }) {
  const { say } = useCopy()
  // These states offer the reset themselves.
  if (state.kind === 'invalid_credentials' || state.kind === 'account_locked') return null
  return (
    <div data-gw="footer">
      <LinkControl to="resetPassword" email={email}>
        {say('actions.forgotPassword')}
      </LinkControl>
    </div>
  )
}

/** A way on for those who have no account. */
function SignUpLink({ email }: { email: () => string }) {
  const { say } = useCopy()
  return (
    <div data-gw="footer">
      <LinkControl to="signUp" email={email} before={say('texts.noAccount')}>
        {say('actions.signUp')}
      </LinkControl>
    </div>
  )
}
