import type { AuthClient } from '../client/auth-client.js'

const siteKeys = new WeakMap<AuthClient, Promise<string | null>>()

/** The captcha key the backend offers before sign-in, or null. Asked for once a client; a failure is forgotten. */
export function fetchSiteKey(client: AuthClient): Promise<string | null> {
  const known = siteKeys.get(client)
  if (known) return known
  const asked = ask(client)
  siteKeys.set(client, asked)
  void asked.then((siteKey) => siteKey === null && siteKeys.delete(client))
  return asked
}

async function ask(client: AuthClient): Promise<string | null> {
  if (!(await client.supports('getSignInContext'))) return null
  const outcome = await client.perform('getSignInContext', {})
  return outcome.kind === 'succeeded' ? outcome.value.captchaSiteKey : null
}
