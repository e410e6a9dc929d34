import { QueryClient } from '@tanstack/react-query'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { canary, canariesIn, textsIn } from './canaries.js'
import { SINKS, watchSinks, type Sink, type Watch } from './sinks.js'

const SECRET = 'correct-horse battery/staple+ü'
const CANARIES = new Map([['password', canary('password', SECRET)]])

let queryClient: QueryClient
let watch: Watch

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  queryClient = new QueryClient()
  watch = watchSinks(queryClient)
})

afterEach(() => {
  watch.stop()
  document.body.replaceChildren()
  document.cookie = 'kept=; max-age=0'
})

async function sinksWith(): Promise<Sink[]> {
  const leaks = [
    ...watch.look(CANARIES.values()),
    ...(await watch.lookInDatabases(CANARIES.values())),
  ]
  return [...new Set(leaks.map(({ sink }) => sink))]
}

/** A mutation that is given the secret as its variable, and waits for a connection. */
async function leaveInCache(networkMode: 'online' | 'always') {
  const { onlineManager } = await import('@tanstack/react-query')
  onlineManager.setOnline(networkMode === 'always')
  const mutation = queryClient.getMutationCache().build(queryClient, {
    mutationFn: async () => null,
    networkMode,
  })
  const run = mutation.execute({ password: SECRET })
  if (networkMode === 'always') await run
  onlineManager.setOnline(true)
}

async function writeToDatabase(andDelete = false) {
  const opened = indexedDB.open('app', 1)
  await new Promise((resolve) => {
    opened.addEventListener('upgradeneeded', () => {
      const store = opened.result.createObjectStore('kept')
      store.put({ deep: [SECRET] }, 'key')
      if (andDelete) store.delete('key')
    })
    opened.addEventListener('success', resolve)
  })
  opened.result.close()
}

function showError() {
  const cause = new Error('inner', { cause: { body: SECRET } })
  const error = new Error('outer', { cause })
  window.dispatchEvent(new ErrorEvent('error', { error, message: 'outer' }))
}

/** How a careless app would lose a secret in each place. */
const CARELESS: Readonly<Record<Sink, readonly (() => unknown)[]>> = {
  caches: [() => leaveInCache('always'), () => queryClient.setQueryData(['who', SECRET], null)],
  dehydrated: [() => leaveInCache('online')],
  storage: [
    () => localStorage.setItem('kept', JSON.stringify({ SECRET })),
    () => {
      sessionStorage.setItem(btoa(encodeURIComponent(SECRET)), 'x')
      sessionStorage.setItem('note', hexOf(SECRET))
      sessionStorage.removeItem('note')
    },
  ],
  databases: [() => writeToDatabase(), () => writeToDatabase(true)],
  cookies: [() => (document.cookie = `kept=${encodeURIComponent(SECRET)}; path=/elsewhere`)],
  history: [() => window.history.replaceState({ form: { password: SECRET } }, '')],
  addresses: [
    () => window.history.replaceState(null, '', `/?token=${encodeURIComponent(SECRET)}`),
    () => watch.note('addresses', `https://auth.example/?q=${encodeURIComponent(SECRET)}`),
  ],
  console: [
    () => console.debug('sending', { nested: new Map([['password', SECRET]]) }),
    () => console.group(SECRET),
    () => console.assert(false, SECRET),
  ],
  errors: [showError],
  page: [
    () => {
      const field = document.createElement('input')
      field.value = SECRET
      document.body.append(field)
    },
    () => document.body.append(Object.assign(document.createElement('p'), { title: SECRET })),
    () => {
      document.body.innerHTML = '<b>correct-horse</b> <i>battery/staple+ü</i>'
    },
  ],
  channels: [
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin: its own
    () => new BroadcastChannel('tabs').postMessage({ grant: [SECRET] }),
    () => window.postMessage({ grant: SECRET }, window.origin),
  ],
  events: [() => watch.note('events', { type: 'answered', requestId: SECRET })],
}

describe('the search for secrets', () => {
  it.each(
    SINKS.flatMap((sink) => CARELESS[sink].map((lose, index) => [sink, index + 1, lose] as const)),
  )('finds one in %s (%i)', async (sink, _, lose) => {
    expect(await sinksWith()).toEqual([])
    await lose()
    expect(await sinksWith()).toContain(sink)
  })

  it('finds nothing where nothing is', async () => {
    console.log('a word')
    localStorage.setItem('a', 'b')
    window.history.replaceState({ a: 1 }, '', '/?a=b')
    expect(await sinksWith()).toEqual([])
  })

  it.each<[string, string]>([
    ['as it is', SECRET],
    ['in an address', encodeURIComponent(SECRET)],
    ['in JSON', JSON.stringify({ a: 'say "it"', SECRET })],
    ['in hexadecimal', hexOf(SECRET)],
    ...[0, 1, 2, 3].map((shift): [string, string] => [
      `in base64, ${shift} bytes later`,
      base64Of('x'.repeat(shift) + SECRET + 'yz'),
    ]),
  ])('knows one %s', (_, text) => {
    expect(canariesIn(`before ${text} after`, CANARIES.values())).toEqual(['password'])
  })

  it('knows a piece of a token, but not the head that all tokens have', () => {
    const head = base64Of(JSON.stringify({ alg: 'HS256', typ: 'JWT' }))
    const body = base64Of(JSON.stringify({ sub: 'u1', jti: 'a-token-of-its-own', exp: 1 }))
    const token = [canary('token', `${head}.${body}.c2lnbmF0dXJl`)]
    expect(canariesIn(`Bearer ${head}…`, token)).toEqual([])
    expect(canariesIn(`ends in ${body.slice(-16)}`, token)).toEqual(['token'])
  })

  it('reads what an object hides', () => {
    class Hiding {
      #secret = 'private'
      get shown() {
        return this.#secret
      }
    }
    const hidden = Object.defineProperty(new Hiding(), 'own', {
      enumerable: false,
      get: () => [new Set([new TextEncoder().encode(SECRET)])],
    })
    const loop: Record<string, unknown> = { hidden }
    loop['itself'] = loop
    expect(textsIn(loop).some((text) => text.includes('correct-horse'))).toBe(true)
  })
})

function base64Of(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

function hexOf(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
