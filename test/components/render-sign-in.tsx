import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import {
  AuthProvider,
  SignIn,
  type AuthLinks,
  type AuthProviderProps,
  type SignInProps,
} from '../../src/index.js'
import type { FakeAuthServerOptions } from '../../src/testing/index.js'
import { connect, FIVE_BACKENDS, PASSWORD } from '../client/five-backends.js'

export const LINKS: AuthLinks = {
  home: '/',
  signIn: '/sign-in',
  signUp: '/sign-up',
  resetPassword: '/forgot-password',
  support: 'mailto:support@example.com',
  status: 'https://status.example.com',
  sessions: '/sessions',
  enrolMfa: '/mfa',
}

export interface Scene {
  id?: string
  server?: Partial<FakeAuthServerOptions>
  props?: SignInProps
  links?: AuthLinks
  provider?: Partial<AuthProviderProps>
}

/** Nothing waits in a test: whatever is held back is let go at once. */
const atOnce = () => Promise.resolve()

/** Renders `<SignIn/>` on a fake server, under StrictMode, in an app with a QueryClient of its own. */
export function renderSignIn({
  id = 'auth-svc',
  server: options,
  props,
  links = LINKS,
  provider,
}: Scene = {}) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)
  if (!five) throw new Error(`No backend is called ${id}.`)
  const { client, server } = connect(five, options)
  const queryClient = new QueryClient()
  const user = userEvent.setup()
  const screenOf = () => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AuthProvider client={client} links={links} {...provider}>
          <SignIn delay={atOnce} {...props} />
        </AuthProvider>
      </QueryClientProvider>
    </StrictMode>
  )
  const { rerender, unmount } = render(screenOf())
  return { client, server, queryClient, user, rerender: () => rerender(screenOf()), unmount }
}

export const emailField = () => screen.getByLabelText<HTMLInputElement>('Email')
export const passwordField = () => screen.getByLabelText<HTMLInputElement>('Password')
export const submitButton = () => screen.getByRole('button', { name: 'Sign in' })

/** Types credentials and presses the button. */
export async function signInAs(
  user: ReturnType<typeof userEvent.setup>,
  email: string,
  password = PASSWORD,
) {
  await user.clear(emailField())
  await user.type(emailField(), email)
  await user.clear(passwordField())
  await user.type(passwordField(), password)
  await user.click(submitButton())
}
