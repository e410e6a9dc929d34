'use client'
import { useAuthSettings } from '../../hooks/auth-context.js'
import { usePasswordResetRequest } from '../../hooks/use-password-reset-request.js'
import { useCopy } from '../../i18n/use-copy.js'
import { NextActions } from '../next-actions.js'
import { CheckYourEmail } from '../parts/check-your-email.js'
import { StateMessage } from '../parts/state-message.js'
import { StatePanel } from '../parts/state-panel.js'
import { StateSentence } from '../parts/state-sentence.js'
import { SubmitButton } from '../parts/submit-button.js'
import type { ViewProps } from '../view-props.js'

/** A new password has to be set before anything else: here, where the server says, or with a mailed link. */
export function PasswordResetRequired({ state, handlers }: ViewProps<'password_reset_required'>) {
  const { client } = useAuthSettings('PasswordResetRequired')
  const { email, setPassword } = handlers
  const canMail = client.backend.endpoints.requestPasswordReset !== undefined
  if (email && canMail && !setPassword && !state.url) {
    return <MailedLink state={state} handlers={handlers} email={email} />
  }
  return (
    <StatePanel state={state}>
      <NextActions
        lead="primary"
        wanted={['set_password', 'back']}
        handlers={handlers}
        addresses={{ set_password: state.url }}
      />
    </StatePanel>
  )
}

/** The address is known already: one press sends the link. */
function MailedLink({
  state,
  handlers,
  email,
}: ViewProps<'password_reset_required'> & { email: string }) {
  const { say, rich } = useCopy()
  const {
    state: request,
    form,
    submit,
    solveCaptcha,
    resend,
    reset,
  } = usePasswordResetRequest({ defaultEmail: email })
  if (request.kind === 'message_sent') {
    return (
      <CheckYourEmail
        state={request}
        text="texts.resetRequested"
        onResend={(token) => void resend(token)}
        onChangeAddress={handlers.restart ?? reset}
      />
    )
  }
  const requestHandlers = {
    retry: () => void submit(),
    solveCaptcha: (token: string) => void solveCaptcha(token),
  }
  const address = <bdi dir="ltr">{email}</bdi>
  return (
    <StatePanel
      state={state}
      text={
        <>
          <StateSentence state={state} />
          <p data-gw="text">{rich('texts.resetLinkTo', { address })}</p>
        </>
      }
    >
      <form data-gw="form" noValidate method="post" onSubmit={(event) => void submit(event)}>
        <StateMessage
          state={request}
          handlers={requestHandlers}
          attempts={form.formState.submitCount}
        />
        <SubmitButton pending={request.kind === 'submitting'}>
          {say('actions.sendResetLink')}
        </SubmitButton>
      </form>
      <NextActions lead="quiet" wanted={['back']} handlers={handlers} />
    </StatePanel>
  )
}
