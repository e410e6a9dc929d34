import { zodResolver } from '@hookform/resolvers/zod'
import { createRoot } from 'react-dom/client'
import { authSvc } from 'gatewright/backends/auth-svc'
import { createAuthClient } from 'gatewright/client'
import { AuthProvider, SignIn } from 'gatewright'
import * as z from 'zod'
import { HandWrittenForm } from './hand-written-form.js'

const client = createAuthClient({ backend: authSvc({ baseUrl: '/api' }) })
const resolver = zodResolver(z.object({ email: z.email(), password: z.string().min(1) }))

createRoot(document.body).render(
  <AuthProvider client={client}>
    <SignIn />
    <HandWrittenForm resolver={resolver} />
  </AuthProvider>,
)
