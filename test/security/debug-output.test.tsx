import { act } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { FIVE_BACKENDS } from '../client/five-backends.js'
import type { BackendId } from '../contract/seed-rows.js'
import { TELLING_FAULTS } from './failures.js'
import { openScene, type Scene, type SceneOptions } from './scene.js'
import { tokenPiecesIn } from './token-pieces.js'
import { ACCOUNTS, PERSON, SECRET_PASSWORD } from './ways-in.js'

const BACKENDS = FIVE_BACKENDS.map(({ id }) => id as BackendId)
/** How an app's own API may refuse a token. */
const refusal = (error: string) => ({
  status: 401,
  headers: { 'www-authenticate': `Bearer error="${error}"` },
})
const EXPIRED = refusal('invalid_token')
const STALE = refusal('insufficient_user_authentication')

const open: Scene[] = []

afterEach(() => {
  for (const scene of open.splice(0)) scene.close()
})

/** A page whose session has been renewed once. */
async function renewedSession(options: SceneOptions): Promise<Scene> {
  const scene = openScene({ server: { accounts: ACCOUNTS }, ...options })
  open.push(scene)
  scene.show(null)
  await signIn(scene)
  await act(() => scene.client.refresh())
  expect(scene.client.getSession().status).toBe('signed_in')
  // Two sessions' worth: what is searched for has been there.
  expect(new Set(scene.tokens.all()).size).toBeGreaterThanOrEqual(3)
  return scene
}

async function signIn({ client }: Scene) {
  await act(() => client.signIn({ email: PERSON.email, password: SECRET_PASSWORD }))
}

/** What console, errors and events give away of the session's tokens. */
function given({ watch, tokens }: Scene): string[] {
  return tokenPiecesIn(watch.told(), tokens.all())
}

describe('debug output', () => {
  it.each(BACKENDS)(
    'SEC-21: shows no piece of a token and not how long one is, through the life of a session on %s',
    async (id) => {
      const echo = (answer: ResponseInit) => async (request: Request) =>
        new Response([...request.headers].join(' '), answer)
      const scene = await renewedSession({
        id,
        routes: { 'GET /orders': echo(EXPIRED), 'GET /payments': echo(STALE) },
      })
      const { client, watch } = scene
      for (const failure of TELLING_FAULTS) {
        scene.arm(failure)
        await act(() => client.refresh())
        expect(scene.isArmed()).toBe(false)
        await signIn(scene)
      }
      await act(() => client.fetch('/payments').catch((error) => watch.note('errors', error)))
      expect(watch.told().join()).toContain('StepUpNeeded')
      await act(() => client.fetch('/orders'))
      await signIn(scene)
      scene.arm(TELLING_FAULTS[0] ?? null)
      await act(() => client.signOut())
      expect(watch.told()).toContain('signed_in')
      expect(watch.told()).toContain('signed_out')
      expect(given(scene)).toEqual([])
    },
  )

  it.each<[string, (token: string, scene: Scene) => void]>([
    ['the first six characters', (token) => console.debug(`token ${token.slice(0, 6)}…`)],
    ['six characters from within', (token) => console.info({ ends: token.slice(-20, -14) })],
    ['how long it is', (token) => console.warn('sending a token of', token.length, 'characters')],
    [
      'a piece in an event',
      (token, { watch }) => watch.note('events', { type: 'signed_in', ends: token.slice(-6) }),
    ],
    [
      'a piece in the cause of an error',
      (token) => {
        const error = new Error('refused', { cause: { header: `Bearer ${token.slice(0, 9)}` } })
        window.dispatchEvent(new ErrorEvent('error', { error }))
      },
    ],
  ])('is caught with %s', async (_, tell) => {
    const scene = await renewedSession({ id: 'authos' })
    expect(given(scene)).toEqual([])
    for (const token of scene.tokens.all()) tell(token, scene)
    expect(given(scene)).not.toEqual([])
  })

  it('may show numbers and words that are none of a token', async () => {
    const scene = await renewedSession({ id: 'edgebase' })
    console.log('answered 200 after 17 ms', { requestId: '550e8400-e29b-41d4-a716-446655440000' })
    expect(given(scene)).toEqual([])
  })
})
