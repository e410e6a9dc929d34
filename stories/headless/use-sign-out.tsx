import { useSession, useSignOut } from 'gatewright'

/** The way out. On this side the session ends at once, whatever the server answers. */
export function SignOutButton() {
  const { state, signOut } = useSignOut()
  const { status } = useSession()
  if (status === 'signed_out') return <p role="status">See you soon.</p>
  return (
    <button
      type="button"
      aria-disabled={state.kind === 'submitting'}
      onClick={() => void signOut()}
    >
      Sign out
    </button>
  )
}
