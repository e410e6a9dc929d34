import { ACTION_DEFAULTS } from './action-defaults.js'
import type { ActionName, AuthUser, SessionGrant, SignUpGrant } from './actions.js'
import type { Endpoint, Endpoints, WireRequest } from './backend.js'
import type { BackendDefinition, FoundUser, OwnEndpoint } from './own-backend.js'
import { compileRoute, type CompiledRoute } from './own-route.js'

type AnyEndpoint = Endpoint<object, unknown>

/** An endpoint of some action: what the compiler knows of each by its name is checked where it is written. */
type AnyOwn = Pick<
  OwnEndpoint<ActionName>,
  'route' | 'bearer' | 'form' | 'navigate' | 'headers'
> & {
  operation?: AnyEndpoint['operation']
  takes?: readonly string[]
  body?: (input: object) => NonNullable<WireRequest['body']>
  query?: (input: object) => NonNullable<WireRequest['query']>
  result?: AnyEndpoint['result']
}

/** The requests of a definition that has been judged, in the form that the client sends. */
export function ownEndpoints(definition: BackendDefinition): Endpoints {
  const usual = usualReaders(definition)
  const compiled: Partial<Record<ActionName, AnyEndpoint>> = {}
  for (const [name, own] of Object.entries(definition.endpoints)) {
    const action = name as ActionName
    const [operation, reader] = ACTION_DEFAULTS[action]
    const route = compileRoute(own.route)
    if (!route) continue
    compiled[action] = endpointOf(route, { operation, result: usual[reader], ...(own as AnyOwn) })
  }
  return compiled as unknown as Endpoints
}

/** What a call gives, or null where it throws. */
export function attempted<T>(call: () => T): T | null {
  try {
    return call()
  } catch {
    return null
  }
}

function endpointOf(
  { method, path }: CompiledRoute,
  own: AnyOwn & Required<Pick<AnyOwn, 'operation' | 'result'>>,
): AnyEndpoint {
  const { route: _, body, query, operation, takes, result, ...kept } = own
  return {
    operation,
    ...(takes && { takes: takes as never[] }),
    request: (input) => ({
      ...kept,
      method,
      path: path(input),
      ...(body && { body: body(input) }),
      ...(query && { query: query(input) }),
    }),
    result: (found) => attempted(() => result(found)),
  }
}

/** How a success is read where its endpoint does not say it. */
function usualReaders({ session, readSession, readNewAccount }: BackendDefinition) {
  const grantIn = (body: unknown): SessionGrant | null => {
    const found = readSession(body)
    // Tokens are the session: without one there is none.
    if (!found || (session === 'token' && !found.accessToken)) return null
    const { user, accessToken, refreshToken, expiresInSeconds } = found
    return {
      user: user ? toUser(user) : null,
      accessToken: accessToken ?? null,
      refreshToken: refreshToken ?? null,
      expiresInSeconds: expiresInSeconds ?? null,
    }
  }
  const accountIn = (body: unknown): SignUpGrant | null => {
    const grant = attempted(() => grantIn(body))
    if (grant) return { user: grant.user, session: grant }
    if (!readNewAccount) return nothingIn(body) && { user: null, session: null }
    const user = readNewAccount(body)
    return user && { user: toUser(user), session: null }
  }
  return {
    session: grantIn,
    account: accountIn,
    nothing: nothingIn,
    session_or_nothing: (body: unknown) => attempted(() => grantIn(body)) ?? nothingIn(body),
    own: () => null,
  }
}

/** Any success but a page: that came from somewhere between. */
function nothingIn(body: unknown): object | null {
  return typeof body === 'string' && body.trimStart().startsWith('<') ? null : {}
}

function toUser({ id, email, name, emailVerified }: FoundUser): AuthUser {
  return {
    id,
    email: email ?? null,
    name: name ? name : null,
    emailVerified: emailVerified ?? null,
  }
}
