'use client'
import type { ReactNode } from 'react'
import { AuthProvider } from 'gatewright'
import { authSvc } from 'gatewright/backends/auth-svc'
import { createAuthClient } from 'gatewright/client'

// Made here because functions cannot be handed from a server component to a client component.
const client = createAuthClient({ backend: authSvc({ baseUrl: '/api' }) })

export function Auth({ children }: { children: ReactNode }) {
  return <AuthProvider client={client}>{children}</AuthProvider>
}
