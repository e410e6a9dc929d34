import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentType } from 'react'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AuthProvider, type SignInProps } from '../../src/index.js'
import { registryItems } from '../../scripts/registry/items.js'
import { ADA, connect, FIVE_BACKENDS, TOTP_ACCOUNT } from '../client/five-backends.js'
import { signInAs } from '../components/render-sign-in.js'

const APP = resolve('.cache/owned-sign-in')

beforeAll(() => {
  for (const { target, content } of registryItems((name) => name).flatMap(({ files }) => files)) {
    mkdirSync(dirname(join(APP, target)), { recursive: true })
    writeFileSync(join(APP, target), content)
  }
  // An app's own settings: here the package is found in its sources.
  const settings = { extends: '../../tsconfig.json', include: ['components'] }
  writeFileSync(join(APP, 'tsconfig.json'), JSON.stringify(settings))
})

afterAll(() => rmSync(APP, { recursive: true, force: true }))

/** The changes that the guide shows, each as what there was and what comes instead. */
function changesInGuide(): [string, string][] {
  const guide = readFileSync('docs/own-the-code.md', 'utf8')
  const blocks = [...guide.matchAll(/^```diff\n([^]*?)^```$/gm)].map(([, block = '']) => block)
  const lines = (block: string, marks: RegExp) =>
    block
      .split('\n')
      .filter((line) => marks.test(line))
      .map((line) => line.slice(1))
      .join('\n')
  return blocks.map((block) => [lines(block, /^[ -]/), lines(block, /^[ +]/)])
}

/** An app whose sign-in is its own: a file in its own folder. */
async function open(id: string, name = 'sign-in') {
  const file = join(APP, `components/gatewright/${name}.tsx`)
  const own = (await import(/* @vite-ignore */ file)) as { SignIn: ComponentType<SignInProps> }
  const { client, server } = connect(
    FIVE_BACKENDS.find((five) => five.id === id)!,
    {},
  )
  render(
    <AuthProvider client={client}>
      <own.SignIn delay={() => Promise.resolve()} />
    </AuthProvider>,
  )
  return { client, server, user: userEvent.setup() }
}

it('an owned <SignIn> says what is wrong, and sums it up', async () => {
  const { user } = await open('auth-svc')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  const summary = await screen.findByRole('group', { name: "There's a problem" })
  expect(within(summary).getAllByRole('link')).toHaveLength(2)
  await signInAs(user, ADA.email, 'wrong password')
  expect(await screen.findByText('The email or password is incorrect.')).toBeVisible()
})

it('an owned <SignIn> goes on to the second factor, and in', async () => {
  const { client, server, user } = await open('calimatic')
  await signInAs(user, TOTP_ACCOUNT.email)
  await screen.findByRole('heading', { name: "Confirm it's you" })
  await user.type(screen.getByLabelText('Code'), server.currentCode(TOTP_ACCOUNT.email))
  await waitFor(() => expect(client.getSession().status).toBe('signed_in'))
})

it('an owned <SignIn> is changed as the guide shows, and draws an owned second factor', async () => {
  const folder = join(APP, 'components/gatewright')
  const challenge = readFileSync(join(folder, 'mfa-challenge.tsx'), 'utf8')
  const ours = challenge.replace("{say('titles.mfa_required')}", 'Our own second step')
  writeFileSync(join(folder, 'mfa-challenge.tsx'), ours)
  let source = readFileSync(join(folder, 'sign-in.tsx'), 'utf8')
  const [, ...changes] = changesInGuide()
  expect(changes).toHaveLength(2)
  for (const [before, after] of changes) {
    expect(source).toContain(before)
    source = source.replace(before, after)
  }
  writeFileSync(join(folder, 'changed-sign-in.tsx'), source)

  const { client, server, user } = await open('calimatic', 'changed-sign-in')
  await signInAs(user, TOTP_ACCOUNT.email)
  await screen.findByRole('heading', { name: 'Our own second step' })
  await user.type(screen.getByLabelText('Code'), server.currentCode(TOTP_ACCOUNT.email))
  await waitFor(() => expect(client.getSession().status).toBe('signed_in'))
})
