import { dehydrate, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { createAuthClient, indexedDbSession, type AuthEvent } from '../../src/client/index.js'
import {
  AuthProvider,
  ChangePassword,
  EmailSignIn,
  ForgotPassword,
  MfaEnrolment,
  OAuthCallback,
  ProviderButtons,
  ResetPassword,
  Sessions,
  SignIn,
  SignUp,
  useSignOut,
  VerifyEmail,
} from '../../src/index.js'
import { captchaCheckbox } from '../../stories/captcha-checkbox.js'

/** An app with a page for each flow, that keeps its session for all its tabs unless its address says otherwise. */
const PAGES: Readonly<Record<string, ReactNode>> = {
  '/sign-in': <SignIn />,
  '/sign-up': <SignUp />,
  '/forgot-password': <ForgotPassword />,
  '/reset-password': <ResetPassword />,
  '/verify-email': <VerifyEmail />,
  '/email-link': <EmailSignIn method="link" />,
  '/email-code': <EmailSignIn method="code" />,
  '/change-password': <ChangePassword />,
  '/mfa': <MfaEnrolment />,
  '/devices': <Sessions />,
  '/providers': <ProviderButtons providers={['google']} redirectUrl="/callback" />,
  '/callback': <OAuthCallback />,
  '/sign-out': <SignOut />,
}

const events: AuthEvent[] = []
const queryClient = new QueryClient()
const client = createAuthClient({
  backend: edgebase({ baseUrl: '/api' }),
  ...(location.search !== '?memory' && { persistence: indexedDbSession() }),
  onEvent: (event) => events.push(event),
})

// The site solves the captcha: its token is a secret, too.
let nextToken = ''
const captcha = captchaCheckbox(() => nextToken)

function SignOut() {
  const { signOut } = useSignOut()
  return (
    <button type="button" onClick={() => void signOut()}>
      Sign out
    </button>
  )
}

/** What a script of the page could read of the app. */
const app = {
  events,
  queryClient,
  status: () => client.getSession().status,
  solveNext: (token: string) => {
    nextToken = token
  },
  kept: () => ({
    caches: [
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ state, queryKey }) => ({ state, queryKey })),
    ],
    dehydrated: dehydrate(queryClient),
  }),
}
export type AppOfPage = typeof app
Object.assign(window, { app })

const root = document.querySelector('main')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AuthProvider client={client} captcha={captcha}>
          {PAGES[location.pathname]}
        </AuthProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
