import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { ChangePassword } from '../../src/components/change-password.js'
import { EmailSignIn } from '../../src/components/email-sign-in.js'
import { ForgotPassword } from '../../src/components/forgot-password.js'
import { ResetPassword } from '../../src/components/reset-password.js'
import { VerifyEmail } from '../../src/components/verify-email.js'
import { AuthProvider } from '../../src/index.js'
import { ADA, PASSWORD } from '../client/five-backends.js'
import { connectBetterAuth } from './real-better-auth.js'
import { atOnce, button, emailField } from './render-screen.js'
import { LINKS } from './render-sign-in.js'

const NEW_PASSWORD = 'a brand new password'
const CHANGED = 'Your password has been changed.'

const goTo = (address: string) => history.replaceState(null, '', address)

// Without a token, so that none of an earlier test is remembered.
beforeEach(() => goTo('/?token='))

async function start(options: Parameters<typeof connectBetterAuth>[0] = {}) {
  const real = await connectBetterAuth(options)
  const user = userEvent.setup()
  let page: ReturnType<typeof render> | null = null
  return {
    ...real,
    user,
    open: async (content: ReactNode) => {
      page?.unmount()
      page = render(
        <StrictMode>
          <AuthProvider client={real.client} links={LINKS}>
            {content}
          </AuthProvider>
        </StrictMode>,
      )
      await act(() => real.client.restore())
    },
    signIn: () => act(() => real.client.signIn({ email: ADA.email, password: PASSWORD })),
    last: () => real.outbox.at(-1)?.token ?? '',
    fill: async (label: string, text: string) => {
      await user.clear(screen.getByLabelText(label))
      await user.click(screen.getByLabelText(label))
      await user.paste(text)
    },
  }
}

describe('getting back in on a real Better Auth', () => {
  it('sets a new password with the link of the mail, once', async () => {
    const { open, user, fill, last, client } = await start()
    await open(<ForgotPassword delay={atOnce} />)
    await fill('Email', ADA.email)
    await user.click(button('Send reset link'))
    await screen.findByRole('heading', { name: 'Check your email' })

    const token = last()
    goTo(`/reset-password?token=${token}`)
    await open(<ResetPassword email={ADA.email} />)
    await fill('New password', NEW_PASSWORD)
    await user.click(button('Set new password'))
    expect(await screen.findByRole('heading', { name: CHANGED })).toBeVisible()
    expect(await client.signIn({ email: ADA.email, password: NEW_PASSWORD })).toMatchObject({
      kind: 'signed_in',
    })

    goTo(`/reset-password?token=${token}`)
    await open(<ResetPassword />)
    await fill('New password', 'an even newer password')
    await user.click(button('Set new password'))
    expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeVisible()
  })

  it('SEC-38: says the same of an address nobody has', async () => {
    const { open, user, fill, outbox } = await start()
    await open(<ForgotPassword delay={atOnce} />)
    await fill('Email', 'nobody@example.com')
    await user.click(button('Send reset link'))
    expect(await screen.findByText(/^If an account matches/)).toBeVisible()
    expect(outbox).toHaveLength(0)
  })

  it('changes the password and keeps the session', async () => {
    const { open, user, fill, signIn, client } = await start()
    await signIn()
    await open(<ChangePassword />)
    await fill('Current password', 'not my password')
    await fill('New password', NEW_PASSWORD)
    await user.click(button('Change password'))
    await waitFor(() =>
      expect(screen.getByLabelText('Current password')).toHaveAccessibleDescription(
        /^Error: The password is incorrect/,
      ),
    )
    await fill('Current password', PASSWORD)
    await user.click(button('Change password'))
    expect(await screen.findByRole('heading', { name: CHANGED })).toBeVisible()
    expect(await client.perform('getUser', {})).toMatchObject({
      kind: 'succeeded',
      value: { user: { email: ADA.email } },
    })
  })
})

describe('verifying an address on a real Better Auth', () => {
  it('UX-30: is done twice with one link, and keeps the session', async () => {
    const { open, user, client, signIn, last } = await start({ verified: false })
    await signIn()
    await client.resendVerification({ email: ADA.email })
    const token = last()
    for (const _ of ['first', 'second']) {
      goTo(`/verify-email?token=${token}`)
      await open(<VerifyEmail />)
      await user.click(button('Verify email'))
      expect(await screen.findByRole('heading', { name: 'Your email is verified.' })).toBeVisible()
    }
    expect(client.getSession().status).toBe('signed_in')
  })

  it('is done already where the server has followed its own link', async () => {
    const { open, signIn } = await start()
    await signIn()
    await open(<VerifyEmail />)
    expect(await screen.findByRole('heading', { name: 'Your email is verified.' })).toBeVisible()
  })

  it('says that the link is dead where the server came back with an error', async () => {
    const { open } = await start()
    goTo('/verify-email?error=TOKEN_EXPIRED')
    await open(<VerifyEmail />)
    expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeVisible()
  })
})

describe('signing in by e-mail on a real Better Auth', () => {
  it('takes a code', async () => {
    const { open, user, fill, client, last } = await start()
    await open(<EmailSignIn method="code" delay={atOnce} />)
    await fill('Email', ADA.email)
    await user.click(button('Send code'))
    await user.type(await screen.findByLabelText('Code'), '000000')
    expect(await screen.findByText("That code didn't work. Try again.")).toBeVisible()
    await user.keyboard(last())
    expect(await screen.findByRole('heading', { name: "You're signed in." })).toBeVisible()
    expect(client.getSession()).toMatchObject({ status: 'signed_in', user: { email: ADA.email } })
  })

  it('takes a link, which the server follows itself', async () => {
    const { open, user, fetch, client, outbox, last } = await start()
    await open(<EmailSignIn delay={atOnce} redirectUrl="/email" />)
    await user.type(emailField(), ADA.email)
    await user.click(button('Email me a sign-in link'))
    await screen.findByRole('heading', { name: 'Check your email' })
    expect(outbox.map(({ kind }) => kind)).toEqual(['magic_link'])

    const landing = await fetch(last())
    expect(landing.status).toBe(302)
    await act(() => client.refresh())
    expect(client.getSession()).toMatchObject({ status: 'signed_in' })

    const again = await fetch(last())
    goTo(
      new URL(again.headers.get('location') ?? '', 'http://localhost').href.replace(
        /^.*?(?=\/email)/,
        '',
      ),
    )
    await open(<EmailSignIn delay={atOnce} />)
    expect(location.search).toBe('')
    expect(await screen.findByRole('heading', { name: "You're signed in." })).toBeVisible()
  })
})
