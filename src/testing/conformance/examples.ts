import type { Backend } from '../../backends/backend.js'
import { copyOf } from '../../i18n/copy-of.js'
import {
  knownEntry,
  leavesOf,
  mapLeaves,
  sortExample,
  titleOf,
  wireAnswer,
  type ExampleAnswer,
  type Sorted,
} from './example-answer.js'
import type { Finding, UnmappedCode } from './report.js'

/** Names that an object has without anybody giving it one. */
const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
const NO_CODE = 'NO_SERVER_HAS_THIS_CODE'
/** A text that is found again wherever it goes. */
const CANARY = `<b>canary-7q</b> one two three \u202e${'z'.repeat(500)}`
const LONGEST_SHOWN = 300

/** Whether an example becomes what it has to become, and whether its code stands in a table. */
export function checkExample(
  backend: Backend,
  example: ExampleAnswer,
  sorted: Sorted | null,
  now: number,
): { findings: Finding[]; unmapped: UnmappedCode | null } {
  const where = titleOf(example, sorted?.failure.rawCode ?? null)
  const kind = sorted?.state.kind ?? 'success'
  const findings: Finding[] = []
  const expected = example.kind ?? (example.code ? null : undefined)
  if (expected === undefined ? kind === 'unknown' : expected !== null && expected !== kind) {
    findings.push({
      check: 'example',
      level: 'failure',
      where,
      what: `It became ${kind}${expected ? `, not ${expected}` : ', so the user is told nothing'}.`,
      mend: 'Add its code to codes, a rule for its text, or its status to statuses.',
    })
  }
  if (example.code && sorted?.state.code !== example.code) {
    findings.push({
      check: 'example',
      level: 'failure',
      where,
      what: `It got the code ${sorted?.state.code ?? 'of a success'}, not ${example.code}.`,
      mend: 'Look for the row of codes, codesByOperation or rules that came first.',
    })
  }
  const wire = sorted?.failure.rawCode ?? null
  if (!sorted || wire === null || knownEntry(backend, example, now)) {
    return { findings, unmapped: null }
  }
  findings.push({
    check: 'unmapped_code',
    level: 'failure',
    where,
    what: `${wire} stands in no table; its status alone made it ${kind}.`,
    mend: `Add ${JSON.stringify(wire)} to codes.`,
  })
  return {
    findings,
    unmapped: { wire, at: example.at, status: example.status, kind: sorted.state.kind },
  }
}

/** Follows each text of the server's to where it ends up. */
export function checkServerText(
  backend: Backend,
  example: ExampleAnswer,
  { failure }: Sorted,
  now: number,
): Finding[] {
  const where = titleOf(example, failure.rawCode)
  const body = wireAnswer(example).body
  const isText = (leaf: unknown) =>
    isSentence(leaf) || (leaf === failure.message && leaf !== failure.rawCode)
  const texts = new Set(leavesOf(body).filter(isText))
  return [...texts].flatMap((text) => {
    const swapped = mapLeaves(body, (leaf) => (leaf === text ? CANARY : undefined))
    const again = sortExample(backend, { ...example, body: swapped }, now)
    if (!again) return []
    const { support, ...facts } = again.state
    const escaped = Object.entries({ ...facts, ...support }).filter(
      ([name, value]) => !MAY_HOLD_TEXT.has(name) && JSON.stringify(value)?.includes('canary-7q'),
    )
    const shown = copyOf(again.state)?.serverText ?? ''
    const names = escaped.map(([name]) => name)
    if (shown.length > LONGEST_SHOWN || shown.includes('\u202e')) names.push('description')
    return names.map((name): Finding => ({
      check: 'server_text',
      level: 'failure',
      where,
      what: `A text of the server's went into ${name}, where screens, events or logs take it for a fact.`,
      mend: 'Give texts as message alone; a policy reason for the user goes into data.description.',
    }))
  })
}

/** Facts that the kit cleans and cuts before they are shown, and names that people chose themselves. */
const MAY_HOLD_TEXT = new Set(['description', 'fields', 'options', 'factors'])

function isSentence(leaf: unknown): boolean {
  return typeof leaf === 'string' && /\S\s+\S+\s+\S/.test(leaf)
}

/** Puts names of `Object.prototype` where the code is: they have to be as unknown as any other. */
export function checkPrototypeCodes(
  backend: Backend,
  example: ExampleAnswer,
  { failure: { rawCode } }: Sorted,
  now: number,
): Finding[] {
  const { body } = wireAnswer(example)
  if (rawCode === null || !leavesOf(body).some((leaf) => String(leaf) === rawCode)) return []
  const lookUp = (name: string) => {
    const swapped = mapLeaves(body, (leaf) => (String(leaf) === rawCode ? name : undefined))
    const other = { ...example, body: swapped }
    const code = sortExample(backend, other, now)?.failure.code ?? 'none'
    return `${code} ${knownEntry(backend, other, now) === null}`
  }
  const unknown = lookUp(NO_CODE)
  return PROTOTYPE_NAMES.filter((name) => lookUp(name) !== unknown).map((name) => ({
    check: 'prototype_code',
    level: 'failure',
    where: titleOf(example, rawCode),
    what: `The code ${JSON.stringify(name)} was found in a table that has no such row.`,
    mend: 'Look codes up with Object.hasOwn or in a Map, or leave it to codes.',
  }))
}

const WAIT_NAME = /retry|wait|cool_?down|unlock|locked_?(until|for)|try_?again/i

/** Whether a wait that the answer names is still there in its state. */
export function checkWait(example: ExampleAnswer, { failure, state }: Sorted): Finding[] {
  if (!('retryAfterSeconds' in state) || state.retryAfterSeconds !== null) return []
  const where = titleOf(example, failure.rawCode)
  if (namesWait(wireAnswer(example).body)) {
    return [
      {
        check: 'lost_wait',
        level: 'failure',
        where,
        what: 'The body names a wait, and the state has none to count down.',
        mend: 'Read it as retryAfterSeconds or retryAt in readError.',
      },
    ]
  }
  const counts = state.kind === 'account_locked' || state.kind === 'rate_limited'
  if (!counts || state.defaultRetryAfterSeconds !== null) return []
  return [
    {
      check: 'lost_wait',
      level: 'notice',
      where,
      what: 'The answer names no wait, so nothing counts down.',
      mend: 'Let the server send Retry-After, or put a documented wait into codes as defaultRetryAfterSeconds.',
    },
  ]
}

function namesWait(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false
  return Object.entries(body).some(
    ([name, value]) =>
      (WAIT_NAME.test(name) && (typeof value === 'number' || Date.parse(String(value)) > 0)) ||
      namesWait(value),
  )
}
