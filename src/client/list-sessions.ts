import type { DeviceSession } from '../backends/actions.js'
import { readJwtClaims } from '../backends/jwt-claims.js'
import type { AuthClient, CallOptions, Succeeded } from './auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'

type Parts = Pick<AuthClient, 'perform' | 'supports' | 'getSession'> & {
  accessToken: () => string | null
}

/** Lists where the user is signed in; see `AuthClient.listSessions`. */
export async function listSessions(
  { perform, supports, getSession, accessToken }: Parts,
  options?: CallOptions,
): Promise<Succeeded<{ sessions: readonly DeviceSession[] }> | UiState> {
  const session = getSession()
  const userId = session.status === 'signed_in' ? session.user?.id : undefined
  const listed = await perform('listSessions', userId === undefined ? {} : { userId }, options)
  if (listed.kind !== 'succeeded') return listed
  const { sessions } = listed.value
  if (sessions.some(({ current }) => current !== null)) return listed

  const id = claimedId(accessToken()) ?? (await askedId())
  if (!sessions.some((candidate) => candidate.id === id)) return listed
  const marked = sessions.map((candidate) => ({ ...candidate, current: candidate.id === id }))
  return { kind: 'succeeded', value: { sessions: marked } }

  async function askedId(): Promise<string | null> {
    if (!(await supports('currentSession'))) return null
    const asked = await perform('currentSession', {}, options)
    return asked.kind === 'succeeded' ? asked.value.id : null
  }
}

/** OpenID Connect's `sid` claim. It decides nothing but which row is marked. */
function claimedId(accessToken: string | null): string | null {
  const sid = accessToken === null ? null : readJwtClaims(accessToken)?.['sid']
  return typeof sid === 'string' ? sid : null
}
