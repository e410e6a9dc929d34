import { Countdown, toFieldError, useCopy, usePasswordResetRequest } from 'gatewright'

/** Asks for a link to set a new password. It says the same whether the address has an account or not. */
export function ForgottenPassword() {
  const { sentenceFor, sentenceForField } = useCopy()
  const { state, form, submit, resend } = usePasswordResetRequest()
  if (state.kind === 'message_sent') {
    return (
      <section>
        <p role="status">If {state.address} is one of ours, a link is on its way.</p>
        {state.resendAt === null ? (
          <button type="button" onClick={() => void resend()}>
            Send another
          </button>
        ) : (
          <p>
            You can ask for another in <Countdown until={state.resendAt} />.
          </p>
        )}
      </section>
    )
  }
  const email = toFieldError('email', form.formState.errors.email)
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      <p role="alert">{email ? sentenceForField(email) : 'code' in state && sentenceFor(state)}</p>
      <p>
        <label>
          E-mail <input type="email" autoComplete="username" {...form.register('email')} />
        </label>
      </p>
      <button type="submit">Send me a link</button>
    </form>
  )
}
