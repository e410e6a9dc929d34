import type { Backend, CodeEntry } from '../../backends/backend.js'
import { rowOf } from '../../errors/catalogue.js'
import type { UiKind } from '../../ui-state/ui-state.js'
import { checkDisclosure, type Told } from './disclosure.js'
import { sortExample, titleOf, type ExampleAnswer, type Sorted } from './example-answer.js'
import { checkExample, checkPrototypeCodes, checkServerText, checkWait } from './examples.js'
import { checkHostile, type AnyEndpoint } from './hostile.js'
import { tryLive, type LiveServer } from './live.js'
import {
  nameOf,
  type BackendReport,
  type Finding,
  type Reached,
  type UnmappedCode,
} from './report.js'
import { checkRequests } from './requests.js'

/** What a backend is checked with. The more examples, the more the report can say. */
export interface BackendCheck extends Partial<LiveServer> {
  backend: Backend
  /** Answers of its server: out of its documentation, or recorded. */
  answers?: readonly ExampleAnswer[]
  /** Findings that are known and meant, as `check: where`: `secret_in_url: verifyEmail.token`. */
  accept?: readonly string[]
  /** Epoch milliseconds. Default `Date.now`. */
  now?: () => number
}

/**
 * Checks a backend, one's own or the kit's: which states its answers lead to, which codes it does not know, and where
 * it leaks or breaks. With `fetch` and `account` it is used through the real client, too; both may be a real server's
 * or those of a fake one. Resolves with a report, whatever the backend throws.
 *
 * @throws when there is no backend to check, or `fetch` and `account` come one without the other.
 */
export async function checkBackend(check: BackendCheck): Promise<BackendReport> {
  requireCheck(check)
  const { backend, answers = [], accept = [], now = Date.now } = check
  const at = now()
  const endpoints = await endpointsOf(backend)
  const examples = answers.map((example) => judgeExample(backend, example, at))
  const { fetch, account } = check
  const live = fetch && account ? await tryLive(backend, { ...check, fetch, account }, now) : null
  const told: Told[] = examples.flatMap(({ example, sorted }) =>
    example.to ? [{ at: example.at, to: example.to, state: sorted?.state ?? null }] : [],
  )
  const all = once([
    ...examples.flatMap(({ findings }) => findings),
    ...checkRequests(endpoints),
    ...checkHostile(backend, endpoints, answers, at),
    ...checkDisclosure(backend, [...told, ...(live?.told ?? [])]),
    ...(live?.findings ?? []),
  ])
  const findings = [
    ...all.filter((finding) => !accept.includes(nameOf(finding))),
    ...staleAcceptance(accept, all),
  ]
  const reached = onceReached([
    ...examples.flatMap(({ sorted }) => reachedBy(sorted?.state, 'example')),
    ...(live?.states ?? []).flatMap((state) => reachedBy(state, 'live')),
  ])
  const wires = new Set(examples.map(({ sorted }) => sorted?.failure.rawCode))
  return {
    backend: backend.id,
    reached,
    kinds: [...new Set(reached.map(({ kind }) => kind))],
    mapped: mappedKinds(backend),
    unmapped: examples.flatMap(({ unmapped }) => unmapped ?? []),
    untried: wireCodes(backend).filter((wire) => !wires.has(wire)),
    findings,
    accepted: all.filter((finding) => accept.includes(nameOf(finding))),
    passed: findings.every(({ level }) => level === 'notice'),
  }
}

interface Judged {
  example: ExampleAnswer
  sorted: Sorted | null
  findings: readonly Finding[]
  unmapped: UnmappedCode | null
}

function judgeExample(backend: Backend, example: ExampleAnswer, now: number): Judged {
  let sorted: Sorted | null = null
  try {
    sorted = sortExample(backend, example, now)
    const { findings, unmapped } = checkExample(backend, example, sorted, now)
    const further = sorted
      ? [
          ...checkServerText(backend, example, sorted, now),
          ...checkPrototypeCodes(backend, example, sorted, now),
          ...checkWait(example, sorted),
        ]
      : []
    return { example, sorted, findings: [...findings, ...further], unmapped }
  } catch (error) {
    const finding: Finding = {
      check: 'example',
      level: 'failure',
      where: titleOf(example, null),
      what: `It made the backend throw: ${String(error)}.`,
      mend: 'Read bodies with readBody, or define the backend with defineBackend.',
    }
    return { example, sorted, findings: [finding], unmapped: null }
  }
}

async function endpointsOf(backend: Backend): Promise<Readonly<Record<string, AnyEndpoint>>> {
  const account = (await backend.loadAccountEndpoints?.()) ?? {}
  return { ...backend.endpoints, ...account } as unknown as Record<string, AnyEndpoint>
}

function reachedBy(state: { kind: UiKind } | undefined, by: Reached['by']): Reached[] {
  if (!state) return []
  const { kind, code, operation } = state as Pick<Reached, 'kind' | 'code'> & {
    operation: Reached['at']
  }
  return [{ kind, code, at: operation, by }]
}

function onceReached(reached: readonly Reached[]): Reached[] {
  return [...new Map(reached.map((one) => [JSON.stringify(one), one])).values()]
}

function once(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()]
}

/** A list of exceptions that nobody tidies hides the next fault. */
function staleAcceptance(accept: readonly string[], all: readonly Finding[]): Finding[] {
  const names = new Set(all.map(nameOf))
  return accept
    .filter((name) => !names.has(name))
    .map((name) => ({
      check: 'example',
      level: 'failure',
      where: 'accept',
      what: `${JSON.stringify(name)} is accepted, and nothing of that name was found.`,
      mend: 'Take it out of accept.',
    }))
}

function mappedKinds(backend: Backend): UiKind[] {
  const { codes, codesByOperation = {}, rules = [], statuses, statusesByOperation = {} } = backend
  const tables = [
    codes,
    statuses,
    ...Object.values(codesByOperation),
    ...Object.values(statusesByOperation),
  ]
  const listed = tables.flatMap((table) => Object.values<CodeEntry>(table ?? {}))
  const ruled = rules.flatMap(({ is }) => (typeof is === 'function' ? [] : [is]))
  return [...new Set([...listed, ...ruled].map(kindOf))]
}

function kindOf(entry: CodeEntry): UiKind {
  return rowOf(typeof entry === 'string' ? entry : entry.code).kind as UiKind
}

function wireCodes({ codes, codesByOperation = {} }: Backend): string[] {
  return [
    ...new Set([codes, ...Object.values(codesByOperation)].flatMap((table) => Object.keys(table))),
  ]
}

function requireCheck({ backend, fetch, account }: BackendCheck): void {
  if (typeof backend !== 'object' || backend === null || !('readError' in backend)) {
    throw new Error(
      'Gatewright: checkBackend({ backend }) got no backend. There is nothing to check. ' +
        "Pass what defineBackend's function gives, for example checkBackend({ backend: acme({ baseUrl: '/api' }) }).",
    )
  }
  if ((fetch === undefined) === (account === undefined)) return
  throw new Error(
    'Gatewright: checkBackend({ fetch, account }) got one without the other. ' +
      'To try a server somebody has to sign in there. ' +
      'Pass both, or neither and examples alone.',
  )
}
