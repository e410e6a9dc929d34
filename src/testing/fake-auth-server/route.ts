import type { Operation } from '../../errors/operation.js'
import type { ActionName } from './actions.js'
import type { Incoming, Reply, Route, RouteOf } from './dialect.js'
import type { Nothing } from './refused.js'

/**
 * One line of a dialect's route table: `route('POST /login', 'sign_in', 'signIn', read, write)`.
 * `:name` in the path stands for one part.
 */
export function route<A extends ActionName>(
  address: `${RouteOf<A>['method']} /${string}`,
  operation: Operation,
  action: A,
  read: RouteOf<A>['read'],
  write: RouteOf<A>['write'],
): Route {
  const [method, path] = address.split(' ')
  // The pair fits by the signature; a union of routes cannot say so.
  return { method, path, operation, action, read, write } as unknown as Route
}

/** Reads these fields of the body as text; a field that is absent or no text is empty. */
export function texts<N extends string>(...names: readonly N[]) {
  const same: Record<string, string> = Object.fromEntries(names.map((name) => [name, name]))
  return renamed(same as Record<N, string>)
}

/** The same for fields the backend calls differently: `{ challenge: 'mfaToken' }`. */
export function renamed<N extends string>(names: Readonly<Record<N, string>>) {
  return ({ body }: Pick<Incoming, 'body'>): Record<N, string> => {
    const entries = Object.entries<string>(names)
    return Object.fromEntries(
      entries.map(([name, sentAs]) => [name, textOf(body, sentAs)]),
    ) as Record<N, string>
  }
}

/** Reads these fields of the query as text. */
export function queried<N extends string>(names: Readonly<Record<N, string>>) {
  return ({ query }: Pick<Incoming, 'query'>): Record<N, string> => {
    const entries = Object.entries<string>(names)
    return Object.fromEntries(
      entries.map(([name, sentAs]) => [name, query.get(sentAs) ?? '']),
    ) as Record<N, string>
  }
}

/** For a route that takes nothing but the bearer. */
export function nothing(): Nothing {
  return {}
}

/** A success with a JSON body. */
export function ok(body: unknown, status = 200): Reply {
  return { status, body }
}

function textOf(body: Incoming['body'], name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : ''
  return typeof value === 'string' ? value : ''
}
