import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { anonymous } from 'better-auth/plugins'

/**
 * Better Auth's guests. In 1.7.6 the plugin looks for a guest's session after every sign-in; where the browser still
 * has the cookie of a session that is over, that look deletes the cookie the sign-in has just set.
 * So it looks only where there is a session to be found.
 */
export function guests() {
  const plugin = anonymous()
  const after = plugin.hooks.after.map((hook) => ({
    matcher: (ctx: Parameters<typeof hook.matcher>[0]) => hook.matcher(ctx),
    handler: createAuthMiddleware(async (ctx) => {
      const { authCookies, internalAdapter, secret } = ctx.context
      const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret)
      // A look at the cookie alone, which leaves it as it is.
      const found = token ? await internalAdapter.findSession(token) : null
      if (!found || found.session.expiresAt.getTime() <= Date.now()) return
      // The same context; its optional parts are written down differently.
      await hook.handler(ctx as Parameters<typeof hook.handler>[0])
    }),
  }))
  return { ...plugin, hooks: { ...plugin.hooks, after } } satisfies BetterAuthPlugin
}
