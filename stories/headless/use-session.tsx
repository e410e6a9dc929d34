import { useSession } from 'gatewright'

/** Who is signed in, kept up to date by the client. */
export function WhoIsIn() {
  const session = useSession()
  switch (session.status) {
    case 'unknown':
      return <p role="status">One moment…</p>
    case 'signed_in':
      return <p role="status">Signed in as {session.user?.email ?? 'somebody'}.</p>
    default:
      return (
        <p role="status">
          {session.reason === undefined ? 'Nobody is signed in.' : 'Your session was ended.'}
        </p>
      )
  }
}
