'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { AuthUser } from '../backends/actions.js'
import { toFieldError } from '../hooks/form-errors.js'
import { useSignIn, type SignInState } from '../hooks/use-sign-in.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { CurrentPasswordField } from './parts/current-password-field.js'
import { EmailField } from './parts/email-field.js'
import { FlowCard } from './parts/flow-card.js'
import { LinkControl } from './parts/link-control.js'
import { SubmitButton } from './parts/submit-button.js'

export interface SignInProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
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
  { onSignedIn, defaultEmail, intro, footer, ...props },
  ref,
) {
  const { t } = useCopy()
  const { state, form, submit, solveCaptcha, finish, reset, startOver } = useSignIn({
    onSignedIn,
    defaultEmail,
  })
  const { errors, submitCount } = form.formState
  const handlers = {
    retry: () => void submit(),
    restart: reset,
    otherAccount: startOver,
    finish,
    solveCaptcha: (token: string) => void solveCaptcha(token),
    placedFields: ['email', 'password'],
    email: form.getValues('email').trim(),
  }
  return (
    <FlowCard
      state={state}
      handlers={handlers}
      heading="titles.signIn"
      intro={intro}
      footer={footer ?? <SignInLinks state={state} />}
      attempts={submitCount}
      onSend={submit}
      onReturn={() => form.setFocus(form.getValues('email') === '' ? 'email' : 'password')}
      {...props}
      ref={ref}
    >
      <EmailField fault={toFieldError('email', errors.email)} {...form.register('email')} />
      <CurrentPasswordField
        fault={toFieldError('password', errors.password)}
        {...form.register('password')}
      />
      <SubmitButton pending={state.kind === 'submitting'}>{t('actions.signIn')}</SubmitButton>
    </FlowCard>
  )
})

/** Ways on for those who cannot sign in; a place the app has not named is left out. */
function SignInLinks({ state }: { state: SignInState }) {
  const { t } = useCopy()
  // These states offer the reset themselves.
  const offered = state.kind === 'invalid_credentials' || state.kind === 'account_locked'
  return (
    <div data-gw="footer">
      {!offered && <LinkControl to="resetPassword">{t('actions.forgotPassword')}</LinkControl>}
      <LinkControl to="signUp" before={t('texts.noAccount')}>
        {t('actions.signUp')}
      </LinkControl>
    </div>
  )
}
