import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { altcha } from '../../src/captcha/altcha.js'
import type { CaptchaProvider } from '../../src/captcha/captcha-provider.js'
import { turnstile } from '../../src/captcha/turnstile.js'
import { AuthProvider, SignIn } from '../../src/index.js'
import type { FakeAuthServerOptions } from '../../src/testing/index.js'
import { altchaServer } from '../captcha/altcha-server.js'
import { STAND_IN, type StandIn } from '../captcha/stand-in.js'
import { ADA, connect, FIVE_BACKENDS, PASSWORD } from '../client/five-backends.js'
import { LINKS, passwordField, signInAs, submitButton } from './render-sign-in.js'

const REQUIRED = 'Complete the security check to continue.'
const FAILED = 'The security check failed. Try again.'

interface Scene {
  captcha: CaptchaProvider
  id?: string
  language?: string
  server?: Partial<FakeAuthServerOptions>
  /** Judges the tokens in place of the auth server. */
  accepts?: (token: string) => Promise<boolean>
}

/** `<SignIn/>` under StrictMode, of an app that shows this captcha, on a server that wants one each time. */
function renderSignIn({ captcha, id = 'edgebase', language = 'en', accepts, ...scene }: Scene) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)!
  const tokens: string[] = []
  const { client, server } = connect(
    five,
    { captcha: 'always', ...scene.server },
    {
      fetch: async (input, init) => {
        const body = typeof init?.body === 'string' ? JSON.parse(init.body) : {}
        if (!body.captchaToken) return server.fetch(input, init)
        tokens.push(body.captchaToken)
        if (!(await accepts?.(body.captchaToken))) return server.fetch(input, init)
        const captchaToken = server.solveCaptcha()
        return server.fetch(input, { ...init, body: JSON.stringify({ ...body, captchaToken }) })
      },
    },
  )
  const onSignedIn = vi.fn()
  render(
    <StrictMode>
      <AuthProvider client={client} captcha={captcha} links={LINKS} language={language}>
        <SignIn onSignedIn={onSignedIn} />
      </AuthProvider>
    </StrictMode>,
  )
  const sent = (operation: string) =>
    server.requests.filter((request) => request.operation === operation).length
  return { server, onSignedIn, sent, tokens, user: userEvent.setup() }
}

/** A page that has Turnstile's script already, with tokens that the auth server knows. */
function turnstileOnThePage(nextToken: () => string): StandIn {
  const script = document.createElement('script')
  script.dataset['vendor'] = 'turnstile'
  script.textContent = STAND_IN
  document.head.append(script)
  // Scripts run in jsdom's own window; the tests see a copy of it.
  const { turnstile, standIn } = Reflect.get(globalThis, 'jsdom').window
  vi.stubGlobal('turnstile', turnstile)
  standIn.nextToken = nextToken
  return standIn
}

const REFUSED_TOKEN = {
  status: 403,
  message: 'Captcha verification failed.',
  details: { captcha_required: true },
}

describe('a captcha that passes by itself', () => {
  it('REL-34, UX-34: lets the user in with no more than the first press', async () => {
    const scene = renderSignIn({ captcha: turnstile(), server: { captchaSiteKey: '1x-served' } })
    const standIn = turnstileOnThePage(scene.server.solveCaptcha)
    await signInAs(scene.user, ADA.email)
    await waitFor(() => expect(scene.onSignedIn).toHaveBeenCalledOnce())
    expect(scene.sent('sign_in')).toBe(2)
    expect(standIn.widgets.map(({ removed }) => removed)).toEqual(standIn.widgets.map(() => true))
    expect(standIn.widgets.at(-1)?.options).toMatchObject({
      sitekey: '1x-served',
      action: 'signin',
    })
  })

  it('REL-40: does not send one token after the other to a server that refuses them all', async () => {
    const scene = renderSignIn({ captcha: turnstile({ siteKey: '1x-own' }) })
    turnstileOnThePage(() => `bad ${Math.random()}`)
    await signInAs(scene.user, ADA.email)
    await screen.findByText(FAILED)
    await screen.findByRole('button', { name: 'Try again' })
    expect(scene.sent('sign_in')).toBe(2)

    await scene.user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText(FAILED)
    await screen.findByRole('button', { name: 'Try again' })
    expect(scene.sent('sign_in')).toBe(3)
    expect(passwordField()).toHaveValue(PASSWORD)
  })
})

describe('a site key', () => {
  it('is asked for once where neither the answer nor the app names it', async () => {
    const scene = renderSignIn({ captcha: turnstile() })
    const standIn = turnstileOnThePage(scene.server.solveCaptcha)
    await signInAs(scene.user, ADA.email)
    const check = await screen.findByRole('group', { name: 'Security check' })
    await waitFor(() => expect(within(check).getByRole('checkbox')).toBeVisible())
    expect(standIn.widgets.at(-1)?.options['sitekey']).toBe('fake-site-key')

    scene.server.force('sign_in', REFUSED_TOKEN)
    await scene.user.click(within(check).getByRole('checkbox'))
    await screen.findByText(FAILED)
    await screen.findByRole('checkbox', { name: 'I am human' })
    expect(scene.sent('captcha')).toBe(1)
  })

  it('is not asked for where the app has one', async () => {
    const scene = renderSignIn({ captcha: turnstile({ siteKey: '3x-own' }) })
    const standIn = turnstileOnThePage(scene.server.solveCaptcha)
    await signInAs(scene.user, ADA.email)
    await screen.findByRole('checkbox', { name: 'I am human' })
    expect(standIn.widgets.at(-1)?.options['sitekey']).toBe('3x-own')
    expect(scene.sent('captcha')).toBe(0)
  })

  it('comes with the answer of a backend that names it, together with the action', async () => {
    const scene = renderSignIn({ captcha: turnstile(), id: 'intelliauth' })
    const standIn = turnstileOnThePage(scene.server.solveCaptcha)
    await signInAs(scene.user, ADA.email)
    await screen.findByRole('checkbox', { name: 'I am human' })
    expect(standIn.widgets.at(-1)?.options).toMatchObject({
      sitekey: 'fake-site-key',
      action: 'login',
    })
  })

  it('SEC-30: that cannot be had leaves the form and a way to try again', async () => {
    const scene = renderSignIn({ captcha: turnstile() })
    turnstileOnThePage(scene.server.solveCaptcha)
    scene.server.force('captcha', { status: 500 }, { times: 3 })
    await signInAs(scene.user, ADA.email)
    await screen.findByText(/^The security check couldn't load\./, {}, { timeout: 5_000 })
    expect(submitButton()).toBeEnabled()
    expect(screen.getByRole('link', { name: 'Contact support' })).toBeVisible()
    await scene.user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('checkbox', { name: 'I am human' })
    expect(screen.queryByText(/^The security check couldn't load\./)).toBeNull()
  })
})

describe('a checkbox of the kit’s own', () => {
  /** ALTCHA on this page's origin. */
  function altchaOnThisOrigin() {
    const judge = altchaServer()
    vi.stubGlobal('fetch', async (url: URL) => {
      if (url.pathname !== '/altcha') throw new TypeError(`Nothing is at ${url.href}`)
      return Response.json(await judge.challenge())
    })
    return judge
  }

  const human = () => screen.findByRole('checkbox', { name: "I'm not a robot" })

  it('A11Y-15: is found and ticked by keyboard, and lets the user in', async () => {
    const { accepts } = altchaOnThisOrigin()
    const scene = renderSignIn({ captcha: altcha({ challengeUrl: '/altcha' }), accepts })
    await signInAs(scene.user, ADA.email)
    const required = await screen.findByText(REQUIRED)
    expect(required.closest('[role=alert]')).not.toBeNull()
    expect(submitButton()).toHaveFocus()

    const box = await human()
    box.focus()
    await scene.user.keyboard(' ')
    await waitFor(() => expect(scene.onSignedIn).toHaveBeenCalledOnce())
    expect(scene.sent('sign_in')).toBe(2)
  })

  it('REL-40, A11Y-15: starts anew after a refused token, and the focus is not lost', async () => {
    altchaOnThisOrigin()
    const scene = renderSignIn({ captcha: altcha({ challengeUrl: '/altcha' }) })
    await signInAs(scene.user, ADA.email)
    await scene.user.click(await human())
    await screen.findByText(FAILED)
    const again = await human()
    expect(again).not.toBeChecked()
    expect(screen.getByRole('group', { name: 'Security check' })).toHaveFocus()
    await scene.user.tab()
    expect(again).toHaveFocus()

    await scene.user.click(again)
    await waitFor(() => expect(scene.sent('sign_in')).toBe(3))
    expect(new Set(scene.tokens).size).toBe(2)
  })

  it('SEC-30, A11Y-15: says that it could not be carried out, and can be ticked again', async () => {
    altchaOnThisOrigin()
    const scene = renderSignIn({ captcha: altcha({ challengeUrl: '/not-there' }) })
    await signInAs(scene.user, ADA.email)
    await scene.user.click(await human())
    const trouble = await screen.findByText(/^The security check couldn't load\./)
    expect(trouble.closest('[role=alert]')).not.toBeNull()
    expect(await human()).not.toBeChecked()
    expect(await human()).toHaveFocus()
    expect(scene.sent('sign_in')).toBe(1)
  })

  it('speaks the language of the page', async () => {
    const scene = renderSignIn({ captcha: altcha({ challengeUrl: '/altcha' }), language: 'de' })
    await scene.user.type(await screen.findByLabelText('E-Mail-Adresse'), ADA.email)
    await scene.user.type(screen.getByLabelText('Passwort'), `${PASSWORD}{Enter}`)
    expect(await screen.findByRole('checkbox', { name: 'Ich bin kein Roboter' })).toBeVisible()
  })
})
