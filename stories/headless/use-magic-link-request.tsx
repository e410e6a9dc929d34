import { Countdown, toFieldError, useCopy, useMagicLinkRequest } from 'gatewright'

/** Asks for a link that signs in. It is said to be on its way whether the address has an account or not. */
export function LinkByMail() {
  const { sentenceFor, sentenceForField } = useCopy()
  const { state, form, submit, resend, reset } = useMagicLinkRequest()
  if (state.kind === 'message_sent') {
    const { address, resendAt } = state
    return (
      <section>
        <p role="status">If {address} is one of ours, a link is on its way.</p>
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
      <button type="submit">Send me a link</button>
    </form>
  )
}
