import { useCopy, useSession, useSignOut } from 'gatewright'
import type { DemoBackend } from '../backends.js'
import { Card } from '../card.js'
import { usePages } from '../use-pages.js'

/** Who is signed in, the way out, and what else there is to do. */
export function Account({ backend }: { backend: DemoBackend }) {
  const session = useSession()
  const { state, signOut } = useSignOut()
  const { t, rich } = useCopy()
  const { members } = usePages(backend)
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
      {members.length > 0 && (
        <nav aria-labelledby="demo-account" lang="en">
          <h3 id="demo-account" className="demo-subheading">
            Your account
          </h3>
          <ul className="demo-links">
            {members.map(({ path, name }) => (
              <li key={path}>
                <a href={path}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Card>
  )
}
