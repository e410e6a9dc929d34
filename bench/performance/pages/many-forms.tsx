import { createRoot } from 'react-dom/client'
import { authSvc } from 'gatewright/backends/auth-svc'
import { createAuthClient } from 'gatewright/client'
import { AuthProvider, SignIn } from 'gatewright'

const client = createAuthClient({ backend: authSvc({ baseUrl: '/api' }) })
const forms = Array.from({ length: 100 }, (_, index) => index)

createRoot(document.body).render(
  <AuthProvider client={client}>
    {forms.map((index) => (
      <SignIn key={index} />
    ))}
  </AuthProvider>,
)
