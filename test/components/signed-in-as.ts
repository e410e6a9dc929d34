import type { AuthClient } from '../../src/index.js'
import { jwt } from './scripted-server.js'

/** Starts Ada's session on this side, as a page has it after her sign-in. */
export function signInAsAda(client: AuthClient): void {
  void client.adopt({
    user: { id: 'u1', email: 'ada@example.com', name: 'Ada', emailVerified: true },
    accessToken: client.backend.session === 'token' ? jwt({ sub: 'u1' }) : null,
    refreshToken: null,
    expiresInSeconds: null,
  })
}
