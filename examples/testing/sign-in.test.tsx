import { screen, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { ADA, BOB, letPass, openSignIn } from './sign-in-screen.js'

async function signInAs(user: UserEvent, { email, password }: { email: string; password: string }) {
  await user.clear(screen.getByLabelText('Email'))
  await user.type(screen.getByLabelText('Email'), email)
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

/** What stands above the form, once it does. */
const says = (text: string) =>
  waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(text))

it('counts a lockout down', async () => {
  const { server, user } = openSignIn()
  server.force('sign_in', { status: 423, code: 'ACCOUNT_LOCKED' })
  await signInAs(user, BOB)
  await says('Too many failed attempts. Try again in about 15 minutes.')
  letPass(server, 15 * 60)
  await says('You can try again now.')
  expect(server.requests).toHaveLength(1)
})

it('is locked by the server’s own rule, after five wrong passwords', async () => {
  const { server, user } = openSignIn()
  for (let tries = 1; tries < 5; tries += 1) {
    await signInAs(user, { ...BOB, password: 'wrong' })
    await waitFor(() => expect(screen.getByLabelText('Password')).toHaveValue(''))
  }
  await says('The email or password is incorrect.')
  await signInAs(user, { ...BOB, password: 'wrong' })
  await says('Too many failed attempts. Try again in about 15 minutes.')
  expect(server.requests).toHaveLength(5)
})

it('keeps what was typed when the network is gone', async () => {
  const { server, user } = openSignIn()
  server.force('sign_in', 'offline')
  await signInAs(user, BOB)
  await says('Connection issue. Check your internet and try again.')
  expect(screen.getByLabelText('Email')).toHaveValue(BOB.email)
})

it('asks for the second factor', async () => {
  const { server, client, user } = openSignIn()
  await signInAs(user, ADA)
  await user.type(await screen.findByLabelText('Code'), server.currentCode(ADA.email))
  await waitFor(() => expect(client.getSession()).toMatchObject({ status: 'signed_in' }))
})

it('mails a link to reset the password', async () => {
  const { server, client } = openSignIn()
  await client.perform('requestPasswordReset', { email: BOB.email })
  expect(server.outbox.at(-1)).toMatchObject({ kind: 'reset_password', to: BOB.email })
})
