import { Countdown, toFieldError, useCopy, useEmailVerificationRequest } from 'gatewright'

/** Asks for another verification mail, for an address that has to be typed. */
export function VerificationMail() {
  const { sentenceFor, sentenceForField } = useCopy()
  const { state, form, submit, resend, reset } = useEmailVerificationRequest()
  if (state.kind === 'message_sent') {
    const { address, resendAt } = state
    return (
      <section>
        <p role="status">If {address} waits to be verified, a link is on its way.</p>
        {resendAt === null ? (
          <button type="button" onClick={() => void resend()}>
            Send another
          </button>
        ) : (
          <p>
            You can ask for another in <Countdown until={resendAt} />.
          </p>
        )}
        <button type="button" onClick={reset}>
          Use another address
        </button>
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
      <button type="submit">Send the mail again</button>
    </form>
  )
}
