import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import type { Backend } from '../../src/backends/backend.js'
import { SignUp, type SignUpProps } from '../../src/components/sign-up.js'
import { AuthProvider, type AuthProviderProps } from '../../src/index.js'
import type { FakeAuthServerOptions } from '../../src/testing/index.js'
import { connect, FIVE_BACKENDS, PASSWORD } from '../client/five-backends.js'
import { LINKS } from './render-sign-in.js'

// The tests may share two cores with every other.
configure({ asyncUtilTimeout: 10_000 })

const atOnce = async () => undefined

/** IntelliAuth's reference has no route to sign up by. */
export const SIGN_UP_BACKENDS = ['calimatic', 'auth-svc', 'authos', 'edgebase'] as const

export const NEWCOMER = 'mary@example.com'

export interface SignUpScene {
  id?: string
  server?: Partial<FakeAuthServerOptions>
  /** What the backend does differently. */
  backend?: Partial<Backend>
  props?: SignUpProps
  provider?: Partial<AuthProviderProps>
}

/** Renders `<SignUp/>` on a fake server, under StrictMode, in an app with a QueryClient of its own. */
export function renderSignUp({
  id = 'auth-svc',
  server: options,
  backend,
  props,
  provider,
}: SignUpScene = {}) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)
  if (!five) throw new Error(`No backend is called ${id}.`)
  const { client, server } = connect({ ...five, backend: { ...five.backend, ...backend } }, options)
  const queryClient = new QueryClient()
  const user = userEvent.setup()
  const { container, unmount } = render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AuthProvider client={client} links={LINKS} {...provider}>
          <SignUp delay={atOnce} {...props} />
        </AuthProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  const sent = () => server.requests.filter(({ operation }) => operation === 'sign_up').length
  return { client, server, queryClient, user, container, unmount, sent }
}

export const emailField = () => screen.getByLabelText<HTMLInputElement>('Email')
export const passwordField = () => screen.getByLabelText<HTMLInputElement>('Password')
export const submitButton = () => screen.getByRole('button', { name: 'Create account' })

/** Fills in an address and a password and presses the button. */
export async function signUpAs(
  user: ReturnType<typeof userEvent.setup>,
  email: string,
  password = PASSWORD,
) {
  await fill(user, emailField(), email)
  await fill(user, passwordField(), password)
  await user.click(submitButton())
}

/** Puts a text in a field in one go, as password managers do. */
export async function fill(
  user: ReturnType<typeof userEvent.setup>,
  field: HTMLElement,
  text: string,
) {
  await user.clear(field)
  await user.click(field)
  await user.paste(text)
}
