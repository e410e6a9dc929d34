import type { AuthClient } from '../client/auth-client.js'

/** Short names for sessions, so that an id, which may be a token, is never in a query, a prop or the page. */
export interface SessionKeys {
  /** The same key for the same id, as long as somebody is signed in. */
  keyOf: (id: string) => string
  idOf: (key: string) => string | null
}

const KEYS = new WeakMap<AuthClient, SessionKeys>()

/** The names given to one client's sessions. They are forgotten when the session ends. */
export function sessionKeysOf(client: AuthClient): SessionKeys {
  const keys = KEYS.get(client) ?? createSessionKeys(client)
  KEYS.set(client, keys)
  return keys
}

function createSessionKeys(client: AuthClient): SessionKeys {
  const keys = new Map<string, string>()
  const ids = new Map<string, string>()
  let count = 0
  client.onSessionChange(() => {
    if (client.getSession().status === 'signed_in') return
    keys.clear()
    ids.clear()
  })
  return {
    keyOf(id) {
      const known = keys.get(id)
      if (known !== undefined) return known
      count += 1
      const key = String(count)
      keys.set(id, key)
      ids.set(key, id)
      return key
    },
    idOf: (key) => ids.get(key) ?? null,
  }
}
