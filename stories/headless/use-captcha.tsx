import { useCaptcha, useCopy, useSignIn, type StateOf } from 'gatewright'
import { CaptchaHost } from 'gatewright/primitives'

interface PersonCheckProps {
  challenge: StateOf<'captcha_required'>
  onToken: (token: string) => void
}

/** Draws the app's captcha where a server asks for one. A token is good for one request: each answer draws it anew. */
function PersonCheck({ challenge, onToken }: PersonCheckProps) {
  const { status, hostProps, reset } = useCaptcha({ challenge, onToken })
  return (
    <section>
      <p>Show us that you are a person.</p>
      {hostProps && <CaptchaHost {...hostProps} />}
      {status === 'expired' && <p role="status">That took long. Do it once more.</p>}
      {status === 'failed' && (
        <button type="button" onClick={reset}>
          Load the check again
        </button>
      )}
    </section>
  )
}

/** The form goes out again with the token; what was typed stays. */
export function CheckedSignIn() {
  const { sentenceFor } = useCopy()
  const { state, form, submit, solveCaptcha } = useSignIn()
  if (state.kind === 'signed_in') return <p>You are in.</p>
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      <p>
        <label>
          E-mail <input type="email" autoComplete="username" {...form.register('email')} />
        </label>
      </p>
      <p>
        <label>
          Password{' '}
          <input type="password" autoComplete="current-password" {...form.register('password')} />
        </label>
      </p>
      {state.kind === 'captcha_required' && (
        <PersonCheck challenge={state} onToken={(token) => void solveCaptcha(token)} />
      )}
      <button type="submit">Let me in</button>
    </form>
  )
}
