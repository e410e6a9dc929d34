import type { OwnEndpoints } from '../own-backend.js'

/** What Quay can be asked for. */
export const ENDPOINTS = {
  signIn: {
    route: 'POST /passes',
    body: ({ email, password }) => ({ mail: email, word: password }),
  },
  verifyMfa: {
    route: 'POST /passes/key',
    body: ({ challenge, code }) => ({ slip: challenge, code }),
  },
  refresh: { route: 'POST /passes/renewed', body: ({ refreshToken }) => ({ renew: refreshToken }) },
  signOut: { route: 'DELETE /passes/mine', bearer: true },
  signUp: {
    route: 'POST /hands',
    body: ({ email, password }) => ({ mail: email, word: password }),
  },
  resendVerification: { route: 'POST /hands/post', body: ({ email }) => ({ mail: email }) },
} as const satisfies OwnEndpoints
