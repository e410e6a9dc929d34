'use client'
import { forwardRef, useEffect, useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { AuthUser } from '../backends/actions.js'
import { toFieldError } from '../hooks/form-errors.js'
import { useSignIn, type SignInState } from '../hooks/use-sign-in.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { LiveRegion } from '../primitives/announcer/live-region.js'
import { Card } from './parts/card.js'
import { CurrentPasswordField } from './parts/current-password-field.js'
import { EmailField } from './parts/email-field.js'
import { LinkControl } from './parts/link-control.js'
import { SubmitButton } from './parts/submit-button.js'
import { isUiState, surfaceOf } from './surface.js'
import { UiStateView } from './ui-state-view.js'

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
  const inPanel = isUiState(state) && surfaceOf(state) === 'panel'
  useFocusOnReturn(inPanel, () =>
    form.setFocus(form.getValues('email') === '' ? 'email' : 'password'),
  )

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
    <Card data-kind={state.kind} {...props} ref={ref}>
      {inPanel ? (
        <UiStateView state={state} handlers={handlers} />
      ) : (
        <>
          <h2 data-gw="heading">{t('titles.signIn')}</h2>
          {intro}
          <form data-gw="form" noValidate method="post" onSubmit={(event) => void submit(event)}>
            <LiveRegion politeness="assertive" stamp={submitCount}>
              {isUiState(state) && (
                <UiStateView state={state} handlers={{ ...handlers, hasForm: true }} />
              )}
            </LiveRegion>
            <EmailField fault={toFieldError('email', errors.email)} {...form.register('email')} />
            <CurrentPasswordField
              fault={toFieldError('password', errors.password)}
              {...form.register('password')}
            />
            <SubmitButton pending={state.kind === 'submitting'}>{t('actions.signIn')}</SubmitButton>
          </form>
          {footer ?? <SignInLinks state={state} />}
        </>
      )}
    </Card>
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

/** Back from a panel the focus goes into the form, not to the top of the page. */
function useFocusOnReturn(inPanel: boolean, focus: () => void) {
  const wasInPanel = useRef(inPanel)
  useEffect(() => {
    if (wasInPanel.current && !inPanel) focus()
    wasInPanel.current = inPanel
  })
}
