import { createAuthClient, indexedDbSession, type AuthEvent } from '../../src/client/index.js'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { LOCK_AND_LOCAL_STORAGE } from '../client/lock-and-local-storage.js'

/** A page of an app with a client of the kit, which a spec drives through `window.tab`. */
const asked = new URLSearchParams(location.search)
const events: AuthEvent[] = []

const client = createAuthClient({
  backend: {
    ...edgebase({ baseUrl: '/api' }),
    refreshGraceSeconds: Number(asked.get('grace') ?? 0),
  },
  persistence: asked.has('contrast') ? LOCK_AND_LOCAL_STORAGE : indexedDbSession(),
  // The server tells tabs apart by it.
  fetch: (input, init) =>
    fetch(input, { ...init, headers: { ...headersIn(init), 'x-tab': asked.get('tab') ?? '' } }),
  onEvent: (event) => events.push(event),
})

function headersIn(init: RequestInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(init?.headers))
}

/** Calls the app's API at an instant, in epoch milliseconds: the same in all tabs. */
async function callAt(instant: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, instant - Date.now() - 10)))
  while (Date.now() < instant) {
    // Timers are not exact enough to race with.
  }
  return (await client.fetch('/api/auth/me')).status
}

const tab = { client, events, callAt }
export type TabOfPage = typeof tab

await client.restore()
Object.assign(window, { tab })
