import { AuthProvider, SignedIn, SignedOut, SignIn } from 'gatewright'
import { authSvc } from 'gatewright/backends/auth-svc'
import { createAuthClient } from 'gatewright/client'

const client = createAuthClient({ backend: authSvc({ baseUrl: '/api' }) })

export function App() {
  return (
    <AuthProvider client={client} language={navigator.language}>
      <SignedOut>
        <SignIn />
      </SignedOut>
      <SignedIn>
        <p>You are in.</p>
      </SignedIn>
    </AuthProvider>
  )
}
