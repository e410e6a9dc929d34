import { createRoot } from 'react-dom/client'
import { authSvc } from 'gatewright/backends/auth-svc'
import { createAuthClient } from 'gatewright/client'
import { AuthProvider, SignIn } from 'gatewright'

const client = createAuthClient({ backend: authSvc({ baseUrl: '/api' }) })

createRoot(document.body).render(
  <AuthProvider client={client}>
    <SignIn />
  </AuthProvider>,
)
