import { useCopy, useMagicLink } from 'gatewright'

/** Where a sign-in link leads. A press spends it, never the opening: mail scanners open links, too. */
export function LinkPage({ token }: { token: string }) {
  const { sentenceFor } = useCopy()
  const { state, follow } = useMagicLink()
  if (state.kind === 'signed_in') return <p>You are in as {state.user?.email}.</p>
  if (state.kind === 'link_invalid') {
    return (
      <section>
        <p role="alert">{sentenceFor(state)}</p>
        <a href="#sign-in">Ask for another</a>
      </section>
    )
  }
  return (
    <section>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      <button type="button" onClick={() => void follow(token)}>
        Sign me in
      </button>
    </section>
  )
}
