import { useCopy, useEmailVerification, useLinkToken } from 'gatewright'

/** Where the link of a mail leads. Its token is out of the address before anything is drawn. */
export function MailedLink() {
  const { sentenceFor } = useCopy()
  const { status, token, problem, forget } = useLinkToken('verify_email')
  const { state, verify } = useEmailVerification({ onTokenSpent: forget })
  if (state.kind === 'succeeded') return <p>Your address is verified.</p>
  if (problem) return <p role="alert">{sentenceFor(problem)}</p>
  return (
    <section>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      <button
        type="button"
        aria-disabled={status !== 'present'}
        onClick={() => token !== null && void verify(token)}
      >
        Yes, this is my address
      </button>
    </section>
  )
}
