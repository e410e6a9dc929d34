import { betterAuth as createServer } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { emailOTP, magicLink } from 'better-auth/plugins'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { ADA, PASSWORD } from '../client/five-backends.js'

// jsdom brings a Uint8Array of its own, which the server's cryptography takes for something else.
globalThis.Uint8Array = Object.getPrototypeOf(Buffer) as typeof Uint8Array

const ORIGIN = 'http://localhost:3000'

export interface Message {
  kind: 'verify_email' | 'reset_password' | 'magic_link' | 'email_code'
  to: string
  /** What the link carries, or the code. */
  token: string
}

/** A real Better Auth in memory with one account, or with none, a client that talks to it, and the messages it sends. */
export async function connectBetterAuth({
  verified = true,
  known = true,
  requiresVerified = false,
} = {}) {
  const outbox: Message[] = []
  const tables = { user: [], session: [], account: [], verification: [] }
  const auth = createServer({
    baseURL: ORIGIN,
    secret: 'a secret of this test alone, long enough',
    database: memoryAdapter(tables),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: requiresVerified,
      sendResetPassword: async ({ user, token }) =>
        void outbox.push({ kind: 'reset_password', to: user.email, token }),
    },
    emailVerification: {
      sendVerificationEmail: async ({ user, token }) =>
        void outbox.push({ kind: 'verify_email', to: user.email, token }),
    },
    plugins: [
      magicLink({
        sendMagicLink: async ({ email, url }) =>
          void outbox.push({ kind: 'magic_link', to: email, token: url }),
      }),
      emailOTP({
        sendVerificationOTP: async ({ email, otp }) =>
          void outbox.push({ kind: 'email_code', to: email, token: otp }),
      }),
    ],
  })
  if (known)
    await auth.api.signUpEmail({ body: { email: ADA.email, password: PASSWORD, name: 'Ada' } })
  const { internalAdapter } = await auth.$context
  if (known && verified) {
    const found = await internalAdapter.findUserByEmail(ADA.email)
    await internalAdapter.updateUser(found?.user.id ?? '', { emailVerified: true })
  }

  const cookies = new Map<string, string>()
  const fetch: typeof globalThis.fetch = async (input, { signal, ...init } = {}) => {
    signal?.throwIfAborted()
    const headers = new Headers(init.headers)
    headers.set('origin', ORIGIN)
    headers.set('cookie', Array.from(cookies, (pair) => pair.join('=')).join('; '))
    const response = await auth.handler(
      new Request(new URL(input instanceof Request ? input.url : input, ORIGIN), {
        ...init,
        headers,
      }),
    )
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/;\s*max-age=0\b/i.test(cookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const client = createAuthClient({
    backend: betterAuth({ baseUrl: `${ORIGIN}/api/auth` }),
    fetch,
  })
  return { client, outbox, fetch }
}
