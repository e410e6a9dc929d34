import { useBackupCodes, useCopy } from 'gatewright'

/** How many codes are left, and new ones for a code of the authenticator app. */
export function BackupCodesPage() {
  const { sentenceFor } = useCopy()
  const { state, codes, remaining, proof, regenerate, finish } = useBackupCodes()
  if (codes !== null) {
    return (
      <section>
        <p>Your new codes:</p>
        <ul>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <button type="button" onClick={finish}>
          I have written them down
        </button>
      </section>
    )
  }
  return (
    <form noValidate method="post" onSubmit={(event) => void regenerate(event)}>
      {remaining !== null && <p>Codes left: {remaining}</p>}
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      {proof.kind === 'code' && (
        <p>
          <label>
            Code from your app{' '}
            <input autoComplete="one-time-code" {...proof.form.register('code')} />
          </label>
        </p>
      )}
      {proof.kind === 'password' && (
        <p>
          <label>
            Your password{' '}
            <input
              type="password"
              autoComplete="current-password"
              {...proof.form.register('password')}
            />
          </label>
        </p>
      )}
      <button type="submit">Give me new codes</button>
    </form>
  )
}
