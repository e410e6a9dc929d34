import type { ReactNode } from 'react'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import {
  AuthProvider,
  ChangePassword,
  EmailSignIn,
  ForgotPassword,
  ResetPassword,
  SignedIn,
  SignIn,
  SignUp,
} from '../../src/index.js'

const ADDRESS = 'ada@example.com'

/** A form each, for an app whose server takes them at `action`, too. */
const FORMS: Readonly<Record<string, (action: string | undefined) => ReactNode>> = {
  '/sign-in': (action) => <SignIn action={action} />,
  '/sign-up': (action) => <SignUp action={action} fields={['firstName', 'lastName']} />,
  '/forgot-password': (action) => <ForgotPassword action={action} />,
  '/email-sign-in': (action) => <EmailSignIn action={action} method="link" />,
  '/change-password': (action) => <ChangePassword action={action} email={ADDRESS} />,
  '/reset-password': (action) => <ResetPassword action={action} email={ADDRESS} token="t0k3n" />,
}

/** The page at an address, the same on the server and in the browser. */
export function pageAt({ pathname, searchParams }: URL): ReactNode {
  const client = createAuthClient({ backend: edgebase({ baseUrl: '/api' }) })
  return (
    <AuthProvider client={client}>
      {FORMS[pathname]?.(searchParams.get('action') ?? undefined)}
      <SignedIn>
        <p>You are in.</p>
      </SignedIn>
    </AuthProvider>
  )
}
