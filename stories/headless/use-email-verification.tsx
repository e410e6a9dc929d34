import { Countdown, useCopy, useEmailVerification } from 'gatewright'

interface VerifyPageProps {
  /** Where the mail went. */
  email: string
  /** What the link in it carries; null before it is opened. */
  token: string | null
}

/** Where the link of a verification mail leads. A press spends it, never the opening: mail scanners open links, too. */
export function VerifyPage({ email, token }: VerifyPageProps) {
  const { sentenceFor } = useCopy()
  const { state, verify, resend, resendAt } = useEmailVerification({ email })
  if (token !== null && state.kind === 'succeeded') return <p>{email} is yours.</p>
  return (
    <section>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      {token === null ? (
        <p>Open the link that we sent to {email}.</p>
      ) : (
        <button type="button" onClick={() => void verify(token)}>
          Yes, this is my address
        </button>
      )}
      {resendAt === null ? (
        <button type="button" onClick={() => void resend()}>
          Send it again
        </button>
      ) : (
        <p>
          Sent. You can ask for another in <Countdown until={resendAt} />.
        </p>
      )}
    </section>
  )
}
