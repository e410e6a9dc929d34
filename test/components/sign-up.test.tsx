import { act, render, screen, waitFor } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { SignUp } from '../../src/components/sign-up.js'
import { AuthProvider } from '../../src/index.js'
import { connect, FIVE_BACKENDS, PASSWORD } from '../client/five-backends.js'
import {
  emailField,
  fill,
  NEWCOMER,
  passwordField,
  renderSignUp,
  SIGN_UP_BACKENDS,
  signUpAs,
  submitButton,
} from './render-sign-up.js'

const VERIFY = 'Verify your email'
const NOT_WAITING = { signsInOnSignUp: true }
const WAITING = { signsInOnSignUp: false }

/** An app's error boundary. */
class Caught extends Component<{ children: ReactNode }, { message: string | null }> {
  override state = { message: null }

  static getDerivedStateFromError({ message }: Error) {
    return { message }
  }

  override render() {
    return this.state.message ?? this.props.children
  }
}

describe.each(SIGN_UP_BACKENDS.filter((id) => id !== 'edgebase'))('<SignUp/> on %s', (id) => {
  it('creates an account and says where the mail went', async () => {
    const onSignedUp = vi.fn()
    const onSignedIn = vi.fn()
    const { user, server, sent } = renderSignUp({
      id,
      server: WAITING,
      props: { onSignedUp, onSignedIn },
    })
    await signUpAs(user, NEWCOMER)
    await waitFor(() => expect(screen.getByRole('heading', { name: VERIFY })).toHaveFocus())
    expect(screen.getByText(/^We sent a message to/)).toHaveTextContent(NEWCOMER)
    expect(server.outbox).toEqual([expect.objectContaining({ to: NEWCOMER, kind: 'verify_email' })])
    expect(onSignedUp).toHaveBeenCalledExactlyOnceWith(NEWCOMER)
    expect(onSignedIn).not.toHaveBeenCalled()
    expect(sent()).toBe(1)
  })

  it('UX-04: takes the form away, and gives it back without the password', async () => {
    const { user } = renderSignUp({ id, server: WAITING })
    await signUpAs(user, NEWCOMER)
    await screen.findByRole('heading', { name: VERIFY })
    expect(screen.queryByLabelText('Password')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(emailField()).toHaveValue(NEWCOMER)
    expect(emailField()).toHaveFocus()
    expect(passwordField()).toHaveValue('')
  })

  it('REL-38: sends one request however often the form is submitted at once', async () => {
    const { user, sent } = renderSignUp({ id, server: WAITING })
    await fill(user, emailField(), NEWCOMER)
    await fill(user, passwordField(), PASSWORD)
    const { form } = emailField()
    act(() => {
      form?.requestSubmit()
      form?.requestSubmit()
      submitButton().click()
    })
    await screen.findByRole('heading', { name: VERIFY })
    expect(sent()).toBe(1)
  })
})

describe.each(['auth-svc', 'edgebase'])('<SignUp/> on %s, which signs a newcomer in', (id) => {
  it('UX-04: takes the form away and tells the app who', async () => {
    const onSignedIn = vi.fn()
    const onSignedUp = vi.fn()
    const { user, client, sent } = renderSignUp({
      id,
      server: NOT_WAITING,
      props: { onSignedIn, onSignedUp },
    })
    await signUpAs(user, NEWCOMER)
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: "You're signed in." })).toHaveFocus(),
    )
    expect(screen.queryByLabelText('Password')).toBeNull()
    expect(screen.getByRole('link', { name: 'Continue' })).toHaveAttribute('href', '/')
    expect(onSignedUp).toHaveBeenCalledExactlyOnceWith(NEWCOMER)
    expect(onSignedIn).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ email: NEWCOMER }))
    expect(client.getSession().status).toBe('signed_in')
    expect(sent()).toBe(1)
  })
})

describe('the form of <SignUp/>', () => {
  it('UX-01, UX-06, A11Y-30, SEC-37: is one that password managers and readers understand', () => {
    renderSignUp({ props: { fields: ['firstName', 'lastName'] } })
    expect(emailField()).toHaveAttribute('autocomplete', 'username')
    expect(passwordField()).toHaveAttribute('autocomplete', 'new-password')
    expect(passwordField()).not.toHaveAttribute('maxlength')
    expect(screen.getByLabelText('First name')).toHaveAttribute('autocomplete', 'given-name')
    expect(screen.getByLabelText('Last name')).toHaveAttribute('autocomplete', 'family-name')
    expect(screen.queryByLabelText('Confirm password')).toBeNull()
    expect(screen.getByRole('button', { name: 'Show password' })).toBeVisible()
    expect(emailField().form).toHaveAttribute('method', 'post')
  })

  it('UX-17: says nothing while one types first, and what is missing when the form is sent', async () => {
    const { user, sent } = renderSignUp({ props: { fields: ['name'] } })
    await user.type(emailField(), 'mary')
    await user.type(passwordField(), 'short')
    await user.tab()
    expect(emailField()).not.toHaveAttribute('aria-invalid')
    expect(passwordField()).not.toHaveAttribute('aria-invalid')

    await user.click(submitButton())
    await waitFor(() =>
      expect(screen.getByRole('group', { name: "There's a problem" })).toHaveFocus(),
    )
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('Error: Enter your name.')
    expect(emailField()).toHaveAccessibleDescription(/^Error: Enter an email address in the format/)
    expect(passwordField()).toHaveAccessibleDescription(
      /Error: Use a password with 8 or more characters\./,
    )
    expect(passwordField()).toHaveValue('short')
    expect(sent()).toBe(0)

    await user.type(passwordField(), ' enough')
    expect(passwordField()).not.toHaveAttribute('aria-invalid')
  })

  it('asks twice only where the app wants it, and says when the two differ', async () => {
    const { user, sent } = renderSignUp({ props: { confirmPassword: true }, server: WAITING })
    const again = screen.getByLabelText('Confirm password')
    expect(again).toHaveAttribute('autocomplete', 'new-password')
    await fill(user, again, 'something else')
    await signUpAs(user, NEWCOMER)
    await waitFor(() => expect(again).toHaveFocus())
    expect(again).toHaveAccessibleDescription(
      /^Error: The passwords are different\. Type the same one twice\./,
    )
    expect(sent()).toBe(0)
    await fill(user, again, PASSWORD)
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: VERIFY })
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(screen.getByLabelText('Confirm password')).toHaveValue('')
  })

  it.each([
    ['auth-svc', { firstName: 'Mary', lastName: 'Jackson' }],
    ['calimatic', { firstName: 'Mary', lastName: 'Jackson' }],
    ['edgebase', { name: 'Mary Jackson' }],
  ] as const)('sends the names %s asks for', async (id, names) => {
    const labels = { firstName: 'First name', lastName: 'Last name', name: 'Name' }
    const fields = Object.keys(names) as (keyof typeof labels)[]
    const { user, client } = renderSignUp({ id, props: { fields } })
    for (const [field, text] of Object.entries(names)) {
      await user.type(screen.getByLabelText(labels[field as keyof typeof labels]), ` ${text} `)
    }
    const signUp = vi.spyOn(client, 'signUp')
    await signUpAs(user, ` ${NEWCOMER} `)
    await waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull())
    expect(signUp).toHaveBeenCalledOnce()
    expect(signUp.mock.calls[0]?.[0]).toEqual({ email: NEWCOMER, password: PASSWORD, ...names })
  })

  it('holds the form back until the app’s own terms are agreed to', async () => {
    const terms = (
      <label>
        <input type="checkbox" required /> I agree to the terms
      </label>
    )
    const { user, sent } = renderSignUp({ props: { terms }, server: WAITING })
    const agree = screen.getByRole<HTMLInputElement>('checkbox', { name: 'I agree to the terms' })
    expect(agree.form).toBe(emailField().form)
    const complained = vi.fn()
    agree.addEventListener('invalid', complained)
    await signUpAs(user, NEWCOMER)
    await waitFor(() => expect(complained).toHaveBeenCalledOnce())
    expect(sent()).toBe(0)

    await user.click(agree)
    await user.click(submitButton())
    await screen.findByRole('heading', { name: VERIFY })
  })

  it('A11Y-14: takes the typed address along to the sign-in', async () => {
    const signIn = vi.fn()
    const { user } = renderSignUp({ provider: { links: { signIn } } })
    await user.type(emailField(), NEWCOMER)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(signIn).toHaveBeenCalledExactlyOnceWith(NEWCOMER)
  })

  it('tells the developer when the backend has no sign-up', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const intelliauth = FIVE_BACKENDS.find(({ id }) => id === 'intelliauth')!
    const { client } = connect(intelliauth)
    render(
      <AuthProvider client={client}>
        <Caught>
          <SignUp />
        </Caught>
      </AuthProvider>,
    )
    expect(
      await screen.findByText(/^Gatewright: the intelliauth backend has no action "signUp"/),
    ).toBeVisible()
    quiet.mockRestore()
  })

  it('I18N-25: can be said differently in one place', () => {
    renderSignUp({ props: { copy: { en: { titles: { signUp: 'Join the club' } } } } })
    expect(screen.getByRole('heading', { name: 'Join the club' })).toBeVisible()
  })
})

describe('the password of <SignUp/>', () => {
  const LONG = ` ${'pä𝔰s🔑 '.repeat(42)}end `

  it.each(SIGN_UP_BACKENDS)(
    'SEC-35, SEC-36: %s gets 256 characters of any script exactly as they were pasted',
    async (id) => {
      expect(Array.from(LONG)).toHaveLength(257)
      const { user, server, client } = renderSignUp({ id })
      await fill(user, emailField(), NEWCOMER)
      await fill(user, passwordField(), LONG)
      await user.click(submitButton())
      await waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull())
      server.editAccount(NEWCOMER, { emailVerified: true })
      const wrong = await client.signIn({ email: NEWCOMER, password: LONG.trim() })
      expect(wrong.kind).toBe('invalid_credentials')
      expect(await client.signIn({ email: NEWCOMER, password: LONG })).toMatchObject({
        kind: 'signed_in',
      })
    },
  )

  it('SEC-35: counts characters as people do, not as UTF-16 does', async () => {
    const { user, sent } = renderSignUp({ server: WAITING })
    await signUpAs(user, NEWCOMER, '🔑🔑🔑🔑')
    expect(passwordField()).toHaveAttribute('aria-invalid', 'true')
    expect(sent()).toBe(0)
    await signUpAs(user, NEWCOMER, '🔑🔑🔑🔑🔑🔑🔑🔑')
    await screen.findByRole('heading', { name: VERIFY })
  })

  it('SEC-18, SEC-19: is in no cache once it is spent', async () => {
    const { user, queryClient } = renderSignUp({ server: WAITING })
    await signUpAs(user, NEWCOMER)
    await screen.findByRole('heading', { name: VERIFY })
    const caches = JSON.stringify([
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state, options }) => ({ state, options })),
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ state, queryKey }) => ({ state, queryKey })),
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      history.state,
    ])
    expect(caches).not.toContain(PASSWORD)
    expect(caches).not.toContain(NEWCOMER.replace('@', ''))
  })
})
