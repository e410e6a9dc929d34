import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import {
  AuthProvider,
  LinkedAccounts,
  OAuthCallback,
  ProviderButtons,
  SignedIn,
  SignedOut,
  SignIn,
  useSession,
  useSignOut,
} from '../../src/index.js'
import type { PageSettings } from './oauth-site.js'

const { backend, issuer } = JSON.parse(
  document.querySelector('script[type="application/json"]')?.textContent ?? '{}',
) as PageSettings

/** Where the app begins on this backend. */
const HOME = backend === 'better-auth' ? '/server' : '/'
const CALLBACK = backend === 'better-auth' ? '/server/callback' : '/callback'
const PROVIDERS = [{ id: 'acme', name: 'Acme Works' }]
const LINKS = { home: HOME, signIn: HOME }

const client = createAuthClient({
  backend:
    backend === 'better-auth'
      ? betterAuth({ baseUrl: '/api/auth' })
      : intelliauth({ baseUrl: issuer, clientId: 'shop', scope: 'openid profile email' }),
  apiOrigins: [issuer],
  redirects: { home: HOME },
})

function App() {
  const [path, setPath] = useState(location.pathname)
  const goHome = () => {
    history.replaceState(null, '', HOME)
    setPath(HOME)
  }
  return path === CALLBACK ? (
    <OAuthCallback providers={PROVIDERS} onSignedIn={goHome} onLinked={goHome} />
  ) : (
    <>
      <SignedOut>
        <SignInPage />
      </SignedOut>
      <SignedIn>
        <AccountPage />
      </SignedIn>
    </>
  )
}

function SignInPage() {
  return (
    <>
      {backend === 'better-auth' && <SignIn />}
      <ProviderButtons
        providers={PROVIDERS}
        redirectUrl={CALLBACK}
        {...(backend === 'intelliauth' && { issuer })}
      />
    </>
  )
}

function AccountPage() {
  const session = useSession()
  const { signOut } = useSignOut()
  const [answer, setAnswer] = useState('')
  const askTheProvider = async () => {
    const response = await client.fetch(`${issuer}/me`)
    setAnswer(await response.text())
  }
  return (
    <>
      <p>Signed in as {session.status === 'signed_in' && session.user?.email}</p>
      {backend === 'better-auth' ? (
        <LinkedAccounts providers={PROVIDERS} redirectUrl={CALLBACK} />
      ) : (
        <button type="button" onClick={() => void askTheProvider()}>
          Who am I?
        </button>
      )}
      <output>{answer}</output>
      <button type="button" onClick={() => void signOut()}>
        Sign out
      </button>
    </>
  )
}

const main = document.querySelector('main')
if (main) {
  createRoot(main).render(
    <StrictMode>
      <AuthProvider client={client} links={LINKS}>
        <App />
      </AuthProvider>
    </StrictMode>,
  )
}
