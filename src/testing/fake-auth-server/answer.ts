import { ACTIONS } from './actions.js'
import type { Dialect, Reply, WireRow, Writing } from './dialect.js'
import { Refused, type Refusal } from './refused.js'
import { callerOf, readIncoming, type RouteMatch } from './routing.js'
import type { Caller, World } from './world.js'

/** Carries out what a request asks for, or gives it the forced row, in the dialect's words. */
export async function answer(
  world: World,
  dialect: Dialect,
  request: Request,
  match: RouteMatch | null,
  forced: WireRow | null,
): Promise<Reply> {
  const writing: Writing = {
    now: world.clock.now(),
    requestId: world.counter.uuid(),
    operation: match?.route.operation ?? 'api_call',
  }
  if (forced) return writeRow(dialect, forced, writing)
  if (!match) return writeRefusal(dialect, { is: 'route_unknown' }, writing)
  try {
    const { route, params } = match
    const incoming = await readIncoming(request, params)
    // The table types each action against its own route; the compiler cannot follow the union.
    const act = ACTIONS[route.action] as (world: World, input: unknown, caller: Caller) => unknown
    const write = route.write as (result: unknown, writing: Writing) => Reply
    return write(act(world, route.read(incoming), callerOf(request)), writing)
  } catch (error) {
    if (error instanceof Refused) return writeRefusal(dialect, error.refusal, writing)
    throw error
  }
}

/** A row as the dialect writes it; a body of its own goes out as it is. */
function writeRow(dialect: Dialect, row: WireRow, writing: Writing): Reply {
  if (row.body === undefined) return dialect.writeRow(row, writing)
  return { status: row.status ?? 200, body: row.body, ...(row.headers && { headers: row.headers }) }
}

function writeRefusal(dialect: Dialect, refusal: Refusal, writing: Writing): Reply {
  const writer = dialect.refusals[refusal.is] as
    | WireRow
    | ((facts: Refusal, writing: Writing) => WireRow)
    | undefined
  if (!writer) {
    throw new Error(
      `Gatewright: the ${dialect.id} dialect has a route that can refuse with ${refusal.is}, but no words for it. ` +
        `Give its refusals table a row called ${refusal.is}.`,
    )
  }
  const row = typeof writer === 'function' ? writer(refusal, writing) : writer
  return writeRow(dialect, row, writing)
}
