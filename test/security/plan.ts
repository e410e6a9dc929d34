import type { BackendId } from '../contract/seed-rows.js'
import { OTHER_FAULTS, refusalsOf, TELLING_FAULTS, type Failure, type Refusal } from './failures.js'
import type { Flow } from './flow.js'
import type { Hunt } from './hunt.js'

/** `CANARIES=all`: every fault and every row of every reference at every flow. */
export const ALL = process.env['CANARIES'] === 'all'

/**
 * What happens to which flow. Each flow works on each of its backends, and meets each fault and each kind of refusal
 * on one of them at least; each row of the references is met by some flow. The same in each run.
 *
 * @param all each fault and each row of a backend at each of its flows
 */
export async function planOf(flows: readonly Flow[], all: boolean): Promise<readonly Hunt[]> {
  const met = new Map<string, number>()
  const meet = (flow: Flow, { backend, ...refusal }: Refusal): Hunt => {
    met.set(refusal.row, (met.get(refusal.row) ?? 0) + 1)
    return { flow, id: backend, failure: refusal }
  }
  const plan: Hunt[] = []
  const asking = flows.filter(({ asksNobody }) => asksNobody !== true)
  const possible = new Map<Flow, readonly Refusal[]>()
  for (const flow of asking) possible.set(flow, await refusalsAt(flow))

  for (const flow of flows) plan.push(...flow.on.map((id) => ({ flow, id, failure: null })))
  for (const [turn, flow] of asking.entries()) {
    plan.push(...(all ? allFaults(flow) : dealtFaults(flow, turn)))
    const refusals = possible.get(flow) ?? []
    for (const refusal of all ? refusals : oneOfEachKind(refusals, met)) {
      plan.push(meet(flow, refusal))
    }
  }
  for (const refusal of [...possible.values()].flat()) {
    if (met.has(refusal.row)) continue
    const flow = leastBusy(plan, asking, refusal.backend)
    const here = possible.get(flow)?.find(({ row }) => row === refusal.row)
    if (here) plan.push(meet(flow, here))
  }
  return plan
}

export async function refusalsAt({ on, operation }: Flow): Promise<readonly Refusal[]> {
  const refusals = await Promise.all(on.map((id) => refusalsOf(id, operation)))
  return refusals.flat()
}

function allFaults(flow: Flow): Hunt[] {
  return flow.on.flatMap((id) =>
    [...TELLING_FAULTS, ...OTHER_FAULTS].map((failure) => ({ flow, id, failure })),
  )
}

function dealtFaults(flow: Flow, turn: number): Hunt[] {
  return deal(flow, [...TELLING_FAULTS, ...OTHER_FAULTS], turn)
}

function deal(flow: Flow, failures: readonly Failure[], turn: number): Hunt[] {
  return failures.map((failure, time) => ({
    flow,
    id: at<BackendId>(flow.on, time + turn),
    failure,
  }))
}

function at<T>(of: readonly T[], turn: number): T {
  return of[turn % of.length] as T
}

/** Of each kind the one that has been met least. */
function oneOfEachKind(
  refusals: readonly Refusal[],
  met: ReadonlyMap<string, number>,
): readonly Refusal[] {
  const chosen = new Map<string, Refusal>()
  const times = ({ row }: Refusal) => met.get(row) ?? 0
  for (const refusal of refusals) {
    const known = chosen.get(refusal.kind)
    if (!known || times(refusal) < times(known)) chosen.set(refusal.kind, refusal)
  }
  return [...chosen.values()]
}

/** The flow of a backend to which the least happens so far. */
function leastBusy(plan: readonly Hunt[], flows: readonly Flow[], id: BackendId): Flow {
  const hunts = (flow: Flow) => plan.filter((planned) => planned.flow === flow).length
  const [least] = flows
    .filter(({ on }) => on.includes(id))
    .toSorted((one, other) => hunts(one) - hunts(other))
  if (!least) throw new Error(`No flow asks ${id}.`)
  return least
}
