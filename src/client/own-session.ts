import type { KeeperParts, SessionKeeper } from './session-keeper.js'

/**
 * A session whose tokens are in the memory of one tab alone. Each tab signs in for itself; who signs out does so in
 * all of them.
 *
 * @param signOut ends this tab's session at the server, too
 */
export function createMemorySession(
  parts: KeeperParts,
  signOut: () => Promise<unknown>,
): SessionKeeper {
  return {
    restore: nothing,
    started: nothing,
    renewed: nothing,
    async ended(reason) {
      if (reason === undefined) parts.announce('signed_out')
    },
    renew: () => renewAlone(parts),
    async catchUp(message) {
      const isSignedIn = parts.store.getSession().status !== 'signed_out'
      if (message?.kind === 'signed_out' && isSignedIn) await signOut()
    },
    rest: () => undefined,
  }
}

/**
 * A session that a cookie carries, which all tabs share and only the server can read.
 *
 * @param read asks the server who is signed in
 */
export function createCookieSession(parts: KeeperParts, read: () => Promise<void>): SessionKeeper {
  return {
    restore: read,
    started: async () => parts.announce('signed_in'),
    renewed: nothing,
    ended: async (reason) => parts.announce(reason === undefined ? 'signed_out' : 'ended'),
    renew: () => renewAlone(parts),
    async catchUp(message) {
      // The server may not have heard of it yet, and would say that all is well.
      if (message?.kind === 'signed_out') parts.leave()
      else await read()
    },
    rest: () => undefined,
  }
}

/** Renews a session that no other tab renews. */
export async function renewAlone({ ask, store, discard }: KeeperParts) {
  const generation = store.generation()
  const answer = await ask(store.refreshToken())
  if (answer.kind === 'failed') return { failure: answer.failure, take: () => undefined }
  return {
    failure: null,
    take() {
      // A sign-out wins over the refresh that it overtook, and so does another sign-in.
      if (generation === store.generation()) store.renew(answer.value)
      else discard(answer.value)
    },
  }
}

async function nothing(): Promise<void> {
  // There is nowhere else to look, and nobody to tell.
}
