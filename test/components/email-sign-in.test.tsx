import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Backend } from '../../src/backends/backend.js'
import { EmailSignIn, type EmailSignInProps } from '../../src/components/email-sign-in.js'
import { ADA, TOTP_ACCOUNT } from '../client/five-backends.js'
import {
  atOnce,
  button,
  emailField,
  markupOf,
  renderScreen,
  wake,
  type ScreenOptions,
} from './render-screen.js'
import { LINKS } from './render-sign-in.js'

const IN = "You're signed in."
const DEAD = 'This link no longer works'

const codeField = () => screen.getByLabelText<HTMLInputElement>('Code')
const goTo = (address: string) => history.replaceState(null, '', address)

// Without a token, so that none of an earlier test is remembered.
beforeEach(() => goTo('/email?token='))

function renderEmailSignIn(options: ScreenOptions = {}, props: EmailSignInProps = {}) {
  const onSignedIn = vi.fn()
  const content = <EmailSignIn delay={atOnce} onSignedIn={onSignedIn} {...props} />
  const scene = renderScreen(content, options)
  const token = () => scene.server.outbox.at(-1)?.token ?? ''
  return {
    ...scene,
    onSignedIn,
    token,
    askForLink: async (email = ADA.email) => {
      await scene.fill(emailField(), email)
      await scene.user.click(button('Email me a sign-in link'))
      await screen.findByRole('heading', { name: 'Check your email' })
    },
    askForCode: async (email = ADA.email) => {
      await scene.fill(emailField(), email)
      await scene.user.click(button('Send code'))
      await screen.findByRole('heading', { name: 'Check your email' })
    },
    follow: () => {
      goTo(`/email#token=${token()}&type=magic-link`)
      scene.open()
    },
    type: async (code: string) => {
      await scene.user.clear(codeField())
      await scene.user.type(codeField(), code)
    },
  }
}

describe.each(['edgebase', 'authos'])('a magic link of %s', (id) => {
  it('UX-28: signs in when the button is pressed, and not before', async () => {
    const { askForLink, follow, user, client, onSignedIn, sent } = renderEmailSignIn({ id })
    await askForLink()
    expect(screen.getByText(ADA.email).closest('p')).toHaveTextContent(/^If you can sign in with/)
    follow()
    expect(screen.getByText('Select the button to sign in.')).toBeVisible()
    expect(location.hash).toBe('')
    expect(sent('sign_in')).toBe(0)

    await user.click(button('Sign in'))
    await waitFor(() => expect(screen.getByRole('heading', { name: IN })).toHaveFocus())
    expect(onSignedIn).toHaveBeenCalledOnce()
    expect(client.getSession().status).toBe('signed_in')
    expect(sent('sign_in')).toBe(1)
  })

  it('UX-30: keeps the session when it is followed twice', async () => {
    const { askForLink, follow, user, client } = renderEmailSignIn({ id })
    await askForLink()
    follow()
    await user.click(button('Sign in'))
    await screen.findByRole('heading', { name: IN })
    follow()
    await user.click(button('Sign in'))
    await waitFor(() => expect(screen.getByRole('heading', { name: IN })).toBeVisible())
    expect(client.getSession().status).toBe('signed_in')
  })

  it('can be asked for anew when it is too old', async () => {
    const { askForLink, follow, user, server } = renderEmailSignIn({ id })
    await askForLink()
    server.clock.advance(15 * 60)
    follow()
    await user.click(button('Sign in'))
    await waitFor(() => expect(screen.getByRole('heading', { name: DEAD })).toHaveFocus())
    await user.click(button('Request a new link'))
    expect(emailField()).toHaveFocus()
    await askForLink()
    expect(server.outbox).toHaveLength(2)
  })

  it('SEC-38: is asked for alike with and without an account', async () => {
    const pages: string[] = []
    for (const accounts of [[ADA], []]) {
      sessionStorage.clear()
      const { askForLink, user, body, open, server } = renderEmailSignIn({
        id,
        server: { accounts },
      })
      await askForLink()
      server.clock.advance(30)
      wake()
      await user.click(button('Send the email again'))
      await screen.findByText('We sent the email again.')
      pages.push(markupOf(body()))
      open(null)
    }
    expect(pages[0]).toBe(pages[1])
  })
})

describe('a magic link', () => {
  it('SEC-19: leaves no token behind', async () => {
    const { askForLink, follow, token, user, queryClient, body } = renderEmailSignIn()
    await askForLink()
    follow()
    await user.click(button('Sign in'))
    await screen.findByRole('heading', { name: IN })
    const left = JSON.stringify([
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state, options }) => ({ state, options })),
      Object.entries(sessionStorage),
      history.state,
      location.href,
      body().innerHTML,
    ])
    expect(left).not.toContain(token())
  })

  it('is said to be dead where the server has judged it already', () => {
    goTo('/email?error=INVALID_TOKEN')
    renderEmailSignIn()
    expect(screen.getByRole('heading', { name: DEAD })).toHaveFocus()
    expect(location.search).toBe('')
  })

  it('UX-29: offers a code where it was opened on another device', async () => {
    const elsewhere = { message: 'Opened elsewhere', is: 'link_on_other_device' } as const
    const { askForLink, follow, user, server, token } = renderEmailSignIn({
      backend: ({ rules = [] }: Backend) => ({ rules: [elsewhere, ...rules] }),
    })
    await askForLink()
    server.force('sign_in', { status: 400, message: 'Opened elsewhere' })
    follow()
    await user.click(button('Sign in'))
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Continue on your other device' })).toHaveFocus(),
    )
    expect(
      screen.getByText('Open the link on the device where you started, or start over here.'),
    ).toBeVisible()
    await user.click(button('Email me a code'))
    await user.type(emailField(), ADA.email)
    await user.click(button('Send code'))
    await screen.findByRole('heading', { name: 'Check your email' })
    await user.type(codeField(), token())
    expect(await screen.findByRole('heading', { name: IN })).toBeVisible()
  })

  it('A11Y-14: gives way to a code, with the address kept', async () => {
    const { askForLink, user, server } = renderEmailSignIn()
    await askForLink()
    await user.click(button('Email me a code'))
    expect(emailField()).toHaveValue(ADA.email)
    expect(emailField()).toHaveFocus()
    // Another kind of message is no repetition of the first.
    await user.click(button('Send code'))
    await screen.findByLabelText('Code')
    expect(server.outbox.map(({ kind }) => kind)).toEqual(['magic_link', 'email_code'])

    await user.click(button('Email me a sign-in link'))
    expect(emailField()).toHaveValue(ADA.email)
  })
})

describe('a code by e-mail', () => {
  const CODE = { method: 'code' } as const

  it('signs in as soon as it is whole', async () => {
    const { askForCode, type, token, onSignedIn, client } = renderEmailSignIn({}, CODE)
    await askForCode()
    expect(codeField()).toHaveFocus()
    expect(codeField()).toHaveAttribute('autocomplete', 'one-time-code')
    expect(codeField()).toHaveAccessibleDescription(/^If you can sign in with.*ada@example\.com/)
    await type(token())
    expect(await screen.findByRole('heading', { name: IN })).toBeVisible()
    expect(onSignedIn).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ email: ADA.email }),
    )
    expect(client.getSession().status).toBe('signed_in')
  })

  it('A11Y-37: stays selected when it is wrong, and waits for the button where the app says so', async () => {
    const { askForCode, type, token, user, sent } = renderEmailSignIn(
      {},
      { ...CODE, autoSubmit: false },
    )
    await askForCode()
    await type('000000')
    expect(sent('sign_in')).toBe(0)
    await user.click(button('Sign in'))
    expect(await screen.findByText("That code didn't work. Try again.")).toBeVisible()
    expect(codeField()).toHaveFocus()
    expect(codeField().selectionEnd).toBe(6)
    await user.keyboard(token())
    await user.click(button('Sign in'))
    expect(await screen.findByRole('heading', { name: IN })).toBeVisible()
  })

  it('is replaced by a new one when it is too old', async () => {
    const { askForCode, type, token, user, server } = renderEmailSignIn({}, CODE)
    await askForCode()
    server.clock.advance(300)
    wake()
    await type(token())
    expect(await screen.findByText('That code has expired. Request a new one.')).toBeVisible()
    await user.click(button('Send a new code'))
    expect(await screen.findByText('We sent a new code.')).toBeVisible()
    expect(screen.queryByText('That code has expired. Request a new one.')).toBeNull()
    expect(codeField()).toHaveValue('')
    await type(token())
    expect(await screen.findByRole('heading', { name: IN })).toBeVisible()
  })

  it('is replaced by a new one when too many were tried, without a wait', async () => {
    const { askForCode, type } = renderEmailSignIn({}, CODE)
    await askForCode()
    for (const code of ['000001', '000002', '000003', '000004', '000005']) {
      await type(code)
      await screen.findByText("That code didn't work. Try again.")
    }
    await type('000006')
    expect(
      await screen.findByText('Too many tries with that code. Request a new one.'),
    ).toBeVisible()
  })

  it('goes on to the second factor of an account that has one', async () => {
    const { askForCode, type, token, user, server, onSignedIn } = renderEmailSignIn({}, CODE)
    await askForCode(TOTP_ACCOUNT.email)
    await type(token())
    await screen.findByRole('heading', { name: "Confirm it's you" })
    expect(onSignedIn).not.toHaveBeenCalled()
    await user.type(codeField(), server.currentCode(TOTP_ACCOUNT.email))
    await waitFor(() => expect(screen.getByRole('heading', { name: IN })).toHaveFocus())
    expect(onSignedIn).toHaveBeenCalledOnce()
  })

  it('SEC-38: is asked for alike with and without an account', async () => {
    const pages: string[] = []
    for (const accounts of [[ADA], []]) {
      sessionStorage.clear()
      const { askForCode, body, open } = renderEmailSignIn({ server: { accounts } }, CODE)
      await askForCode()
      pages.push(markupOf(body()))
      open(null)
    }
    expect(pages[0]).toBe(pages[1])
  })

  it('UX-10: is not asked for twice within half a minute, over a reload, too', async () => {
    const { askForCode, reload, sent, server } = renderEmailSignIn({}, CODE)
    await askForCode()
    server.clock.advance(10)
    goTo('/email?token=')
    reload()
    await askForCode()
    expect(button(/^Send again in 20/)).toHaveAttribute('aria-disabled', 'true')
    expect(sent('mfa_send_code')).toBe(1)
  })

  it('UX-31: can go to another address', async () => {
    const { askForCode, user, server } = renderEmailSignIn({}, CODE)
    await askForCode('adda@example.com')
    await user.click(button('Use a different address'))
    expect(emailField()).toHaveValue('adda@example.com')
    await askForCode()
    expect(server.outbox.map(({ to }) => to)).toEqual([ADA.email])
  })
})

describe('<EmailSignIn/>', () => {
  it('starts from the beginning after a link has done its work', async () => {
    const { askForLink, follow, user, client, open } = renderEmailSignIn()
    await askForLink()
    follow()
    await user.click(button('Sign in'))
    await screen.findByRole('heading', { name: IN })
    await act(() => client.signOut())
    open()
    expect(emailField()).toHaveValue('')
    expect(screen.queryByText(DEAD)).toBeNull()
  })

  it('offers what the backend has', async () => {
    renderEmailSignIn({ id: 'authos' })
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
    expect(button('Email me a sign-in link')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Email me a code' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Use your password' })).toHaveAttribute(
      'href',
      LINKS.signIn,
    )
  })

  it('asks for a code where the backend sends no links', async () => {
    const { askForCode, type, token } = renderEmailSignIn({
      backend: (usual) => ({
        loadAccountEndpoints: async () => {
          const { requestMagicLink: _, ...others } = (await usual.loadAccountEndpoints?.()) ?? {}
          return others
        },
      }),
    })
    await screen.findByRole('button', { name: 'Send code' })
    await askForCode()
    await type(token())
    expect(await screen.findByRole('heading', { name: IN })).toBeVisible()
  })

  it('tells the developer when the backend has neither', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    renderEmailSignIn({ id: 'auth-svc' })
    expect(
      await screen.findByText(/^Gatewright: the auth-svc backend has no action "requestEmailCode"/),
    ).toBeVisible()
    quiet.mockRestore()
  })
})
