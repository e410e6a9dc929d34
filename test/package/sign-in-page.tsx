import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { authSvc } from '../../src/backends/auth-svc/index.js'
import { createAuthClient } from '../../src/client/index.js'
import { AuthProvider, SignIn } from '../../src/index.js'

const client = createAuthClient({ backend: authSvc({ baseUrl: '/api' }) })

createRoot(document.body).render(
  <StrictMode>
    <AuthProvider client={client} language={navigator.language}>
      <SignIn />
    </AuthProvider>
  </StrictMode>,
)
