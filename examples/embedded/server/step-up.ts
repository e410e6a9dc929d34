import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint, sessionMiddleware } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import * as z from 'zod'
import { STEP_UP_PATH } from '../contract.js'

/** Makes a session fresh again for the one who knows its password, without signing in anew. */
export function stepUp(): BetterAuthPlugin {
  return {
    id: 'step-up',
    endpoints: {
      stepUp: createAuthEndpoint(
        STEP_UP_PATH,
        { method: 'POST', body: z.object({ password: z.string() }), use: [sessionMiddleware] },
        async (ctx) => {
          const { session, user } = ctx.context.session
          const { internalAdapter, password } = ctx.context
          const account = await internalAdapter.findCredentialAccount(user.id)
          const hash = account?.password
          if (!hash || !(await password.verify({ hash, password: ctx.body.password }))) {
            throw new APIError('BAD_REQUEST', {
              code: 'INVALID_PASSWORD',
              message: 'Invalid password',
            })
          }
          const fresh = await internalAdapter.createSession(user.id)
          await setSessionCookie(ctx, { session: fresh, user })
          await internalAdapter.deleteSession(session.token)
          return ctx.json({ status: true })
        },
      ),
    },
  }
}
