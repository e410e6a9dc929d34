import type { SessionGrant } from '../../src/backends/actions.js'
import { underLock } from '../../src/client/refresh-lock.js'
import type { SessionPersistence } from '../../src/client/session-keeper.js'

/**
 * What most do: under the lock the tokens are read again from localStorage, and taken over where they are new. Each
 * process has a view of its own of that, and it lags behind.
 */
export const LOCK_AND_LOCAL_STORAGE: SessionPersistence = {
  connect({ page, store, ask, name }) {
    const { localStorage, navigator } = page()
    const read = () => JSON.parse(localStorage?.getItem('tokens') ?? 'null') as SessionGrant | null
    async function write() {
      const session = store.getSession()
      const tokens: SessionGrant = {
        user: session.status === 'signed_in' ? session.user : null,
        accessToken: store.accessToken(),
        refreshToken: store.refreshToken(),
        expiresInSeconds: null,
      }
      localStorage?.setItem('tokens', JSON.stringify(tokens))
    }
    async function renew() {
      const stored = read()
      if (stored && stored.refreshToken !== store.refreshToken()) {
        return { failure: null, take: () => store.renew(stored) }
      }
      const answer = await ask(store.refreshToken())
      if (answer.kind === 'failed') return { failure: answer.failure, take: () => undefined }
      store.renew(answer.value)
      await write()
      return { failure: null, take: () => undefined }
    }
    return {
      async restore() {
        const stored = read()
        if (stored) store.start(stored)
        else store.leave()
      },
      started: write,
      renewed: write,
      ended: async () => undefined,
      async renew() {
        const locks = navigator?.locks
        const renewal = locks && (await underLock(locks, name, 10_000, renew))
        return typeof renewal === 'object' ? renewal : renew()
      },
      catchUp: async () => undefined,
      rest: () => undefined,
    }
  },
}
