import { useCopy, useDeviceSignIn } from 'gatewright'

/** Signs in a device without a keyboard: shows a code, and waits for its approval elsewhere. */
export function Television() {
  const { sentenceFor } = useCopy()
  const { state, start, cancel } = useDeviceSignIn()
  if (state.kind === 'signed_in') return <p role="status">Enjoy the film.</p>
  if (state.kind === 'waiting') {
    return (
      <section>
        <p>
          Open {state.verificationUri} on your phone and enter <strong>{state.userCode}</strong>
        </p>
        <button type="button" onClick={cancel}>
          Not now
        </button>
      </section>
    )
  }
  return (
    <section>
      {/* What was called off is no error, and has no sentence of the kit's. */}
      <p role="status">{state.kind === 'cancelled' && 'This television was not let in.'}</p>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      <button type="button" onClick={() => void start()}>
        Sign in on this television
      </button>
    </section>
  )
}
