import { SignedIn, SignedOut, SignIn, useCopy, useSession, useSignOut } from 'gatewright'
import { Card } from '../card.js'
import type { PageProps } from '../app.js'

/** The kit's sign-in screen, or who is signed in. */
export function HomePage({ backend }: PageProps) {
  return (
    <>
      <SignedOut>
        <SignIn />
      </SignedOut>
      <SignedIn>
        <Account backend={backend} />
      </SignedIn>
    </>
  )
}

function Account({ backend }: PageProps) {
  const session = useSession()
  const { state, signOut } = useSignOut()
  const { t, rich } = useCopy()
  const user = session.status === 'signed_in' ? session.user : null
  return (
    <Card title={user?.name || 'Welcome'} takesFocus>
      {user?.email ? (
        <p data-gw="text">
          {rich('texts.signedInAs', { address: <bdi dir="ltr">{user.email}</bdi> })}
        </p>
      ) : (
        <p data-gw="text" lang="en">
          You are signed in. This backend’s answer names nobody.
        </p>
      )}
      <p data-gw="text" lang="en">
        {backend.client.backend.session === 'cookie'
          ? 'A cookie that no script can read carries the session, so it outlives a reload.'
          : 'The tokens are in this page’s memory and nowhere else, so a reload signs you out.'}
      </p>
      <button
        type="button"
        data-gw="button"
        data-variant="secondary"
        aria-disabled={state.kind === 'submitting' || undefined}
        onClick={() => void signOut()}
      >
        {t('actions.signOut')}
      </button>
    </Card>
  )
}
