import { Countdown, useOutage, useSessions } from 'gatewright'

/** Says when the auth server is down, and when the page asks it again. */
export function ServerStatus() {
  const outage = useOutage()
  const { reload } = useSessions()
  return (
    <section>
      <p role="status">
        {outage ? (
          <>
            The auth server does not answer. Next try in <Countdown until={outage.nextTryAt} />.
          </>
        ) : (
          'All is well.'
        )}
      </p>
      <button type="button" onClick={() => void reload()}>
        Read my sessions
      </button>
    </section>
  )
}
