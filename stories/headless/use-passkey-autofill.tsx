import { useCopy, usePasskeyAutofill, useSignIn } from 'gatewright'

/** A sign-in whose address field offers the passkeys of the device. Choosing one needs no password. */
export function QuickSignIn() {
  const { sentenceFor } = useCopy()
  const { state: typed, form, submit, finish } = useSignIn()
  const passkey = usePasskeyAutofill({ onSignedIn: finish })
  const state = passkey.state.kind === 'ready' ? typed : passkey.state
  if (state.kind === 'signed_in') return <p>You are in.</p>
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      <p>
        <label htmlFor="email">E-mail</label>{' '}
        <input
          id="email"
          type="email"
          autoComplete={passkey.autoComplete}
          {...form.register('email')}
        />
      </p>
      <p>
        <label htmlFor="password">Password</label>{' '}
        <input
          id="password"
          type="password"
          autoComplete="current-password"
          {...form.register('password')}
        />
      </p>
      <button type="submit">Let me in</button>
    </form>
  )
}
