import { Countdown, toFieldError, useCopy, useOneTimeCode } from 'gatewright'

/** Signs in with a code by e-mail: first the address, then the code. */
export function CodeByMail() {
  const { sentenceFor, sentenceForField } = useCopy()
  const { state, addressForm, codeForm, request, resend, verify, reset } = useOneTimeCode()
  if (state.kind === 'signed_in') return <p>You are in.</p>
  if (state.kind === 'code_sent') {
    const { entry, resendAt } = state
    const code = toFieldError('code', codeForm.formState.errors.code)
    return (
      <form noValidate method="post" onSubmit={(event) => void verify(event)}>
        <p>If {state.address} is one of ours, a code is on its way.</p>
        <p role="alert">{code ? sentenceForField(code) : 'code' in entry && sentenceFor(entry)}</p>
        <p>
          <label>
            Code{' '}
            <input
              autoComplete="one-time-code"
              inputMode="numeric"
              {...codeForm.register('code')}
            />
          </label>
        </p>
        <button type="submit">Let me in</button>
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
      </form>
    )
  }
  const address = toFieldError('email', addressForm.formState.errors.address)
  return (
    <form noValidate method="post" onSubmit={(event) => void request(event)}>
      <p role="alert">
        {address ? sentenceForField(address) : 'code' in state && sentenceFor(state)}
      </p>
      <p>
        <label>
          E-mail <input type="email" autoComplete="username" {...addressForm.register('address')} />
        </label>
      </p>
      <button type="submit">Send me a code</button>
    </form>
  )
}
