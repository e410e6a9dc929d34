import { useAnonymousSignIn, useCopy } from 'gatewright'

/** Lets people in without an account. They can add an address to it later. */
export function JustLooking() {
  const { sentenceFor } = useCopy()
  const { state, signIn } = useAnonymousSignIn()
  if (state.kind === 'signed_in') return <p>Look around, guest.</p>
  return (
    <section>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      <button type="button" onClick={() => void signIn()}>
        I am just looking
      </button>
    </section>
  )
}
