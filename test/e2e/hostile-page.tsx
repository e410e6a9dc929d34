import { createRoot } from 'react-dom/client'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { createAuthClient, indexedDbSession } from '../../src/client/index.js'
import {
  AuthProvider,
  FrameGuard,
  SignedIn,
  SignedOut,
  SignIn,
  useSignOut,
} from '../../src/index.js'

/** An app whose page holds other people's markup, or stands in other people's frames. */
const asked = new URL(location.href).searchParams
const frames = asked.get('frames')

const client = createAuthClient({
  backend: edgebase({ baseUrl: '/api' }),
  ...(asked.has('kept') && { persistence: indexedDbSession() }),
})

function SignOut() {
  const { signOut } = useSignOut()
  return (
    <button type="button" onClick={() => void signOut()}>
      Sign out
    </button>
  )
}

const screens = (
  <>
    <SignedOut>
      <SignIn />
    </SignedOut>
    <SignedIn>
      <p>You are in.</p>
      <SignOut />
    </SignedIn>
  </>
)

// Made by its own constructor: the page's markup may have taken the names of the document's ways to find or make one.
const root = Document.prototype.querySelector.call(document, 'main')
if (root) {
  createRoot(root).render(
    <AuthProvider client={client}>
      {frames === null ? (
        screens
      ) : (
        <FrameGuard allow={frames.split(' ').filter((origin) => origin !== '')}>
          {screens}
        </FrameGuard>
      )}
    </AuthProvider>,
  )
}
