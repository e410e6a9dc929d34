import { ACTION_DEFAULTS } from '../../src/backends/action-defaults.js'
import type { ActionName } from '../../src/backends/actions.js'
import type { Backend, Endpoint, WireRequest } from '../../src/backends/backend.js'
import { code, table } from './markdown.js'
import type { Documented } from './full-backends.js'

type AnyEndpoint = Endpoint<Record<string, unknown>, unknown>
type EndpointTable = Readonly<Partial<Record<ActionName, AnyEndpoint>>>

const ACTIONS = Object.keys(ACTION_DEFAULTS) as ActionName[]

/** What a backend can be asked for, and by which request. */
export async function requestTable({ plain, full }: Documented): Promise<string> {
  const [known, bare] = [await endpointsOf(full), await endpointsOf(plain)]
  const rows = ACTIONS.flatMap((action) => {
    const endpoint = known[action]
    if (!endpoint) return []
    const note = bare[action] ? '' : ' (with its option)'
    return [[code(action), code(requestOf(endpoint)) + note, code(endpoint.operation)]]
  })
  return table(['Action', 'Request', 'Sorted as'], rows)
}

/** What it cannot be asked for. */
export async function missingActions({ full }: Documented): Promise<string> {
  const known = await endpointsOf(full)
  return ACTIONS.filter((action) => !known[action])
    .map(code)
    .join(', ')
}

/** Which backends can do what an action asks for. */
export async function supportTable(
  all: readonly Documented[],
  actions: readonly string[],
): Promise<string> {
  const known = await Promise.all(all.map(({ full }) => endpointsOf(full)))
  const rows = actions.map((action) => {
    if (!Object.hasOwn(ACTION_DEFAULTS, action)) {
      throw new Error(
        `Gatewright: a guide asks which backends have the action ${action}, and the kit has none of that name. ` +
          `Correct it in its comment \`<!-- backends: … -->\`; src/backends/action-defaults.ts lists them.`,
      )
    }
    const can = all.filter((_, index) => known[index]?.[action as ActionName])
    return [code(action), can.length === all.length ? 'all' : can.map(({ id }) => id).join(', ')]
  })
  return table(['Action', 'Backends'], rows)
}

/** Who can do what. */
export async function actionMatrix(all: readonly Documented[]): Promise<string> {
  const known = await Promise.all(all.map(({ full }) => endpointsOf(full)))
  return table(
    ['Action', ...all.map(({ id }) => id)],
    ACTIONS.map((action) => [code(action), ...known.map((one) => (one[action] ? 'yes' : ''))]),
  )
}

async function endpointsOf(backend: Backend): Promise<EndpointTable> {
  const account = (await backend.loadAccountEndpoints?.()) ?? {}
  // An endpoint takes the inputs of its own action; here all are asked alike.
  return { ...backend.endpoints, ...account } as unknown as EndpointTable
}

/** `DELETE /sessions/:id`: inputs stand by their names where they are part of the path. */
function requestOf({ request }: AnyEndpoint): string {
  const input = new Proxy({}, { get: (_, name) => `:${String(name)}` })
  const { method, path, navigate }: WireRequest = request(input)
  const address = decodeURIComponent(path)
  return navigate ? `the browser goes to ${address}` : `${method} ${address}`
}
