import type { Backend, MessageRule } from '../../src/backends/backend.js'
import { sortCode, sortRule, sortStatus, whenOf } from './answers.js'
import { code, table } from './markdown.js'
import { statusesOfCode, statusesOfRule } from './references.js'
import { STATE_HEADS, stateCells } from './state-words.js'

/** What HTTP says of itself, where nothing else does. */
const STATUSES = [400, 401, 402, 403, 404, 408, 409, 410, 412, 423, 429, 500, 503]

/** Every code of the backend's tables. */
export function codeTable(backend: Backend): string {
  const words = new Set(
    [backend.codes, ...Object.values(backend.codesByOperation ?? {})].flatMap(Object.keys),
  )
  const rows = [...words].flatMap((word) => {
    const statuses = statusesOfCode(backend.id, word)
    return sortCode(backend, word, statuses[0] ?? 400).map(({ state, askedAt }, index) => [
      index === 0 ? code(word) : '',
      index === 0 ? statuses.join(', ') : '',
      askedAt,
      ...stateCells(state),
    ])
  })
  return table(['On the wire', 'Status', 'Asked at', ...STATE_HEADS], rows)
}

/** Every text that decides, first to last; null where none does. */
export function textTable({ id, rules = [] }: Backend): string | null {
  if (rules.length === 0) return null
  const rows = new Map<string, { codes: string[]; before: string[]; after: string[] }>()
  for (const rule of rules) {
    const after = [statusesOfRule(id, rule).join(', '), whenOf(rule), ...stateCells(sortRule(rule))]
    const before = [textOf(rule)]
    const key = [...before, ...after].join('\n')
    const row = rows.get(key) ?? { codes: [], before, after }
    row.codes.push(codeOf(rule))
    rows.set(key, row)
  }
  return table(
    ['Text', 'With the code', 'Status', 'Asked at', ...STATE_HEADS],
    [...rows.values()].map(({ codes, before, after }) => [...before, codes.join(', '), ...after]),
  )
}

/** What a bare status means, at any backend. */
export function statusTable(): string {
  return table(
    ['Status', 'Asked at', ...STATE_HEADS],
    STATUSES.flatMap((status) =>
      sortStatus(status).map(({ state, askedAt }, index) => [
        index === 0 ? String(status) : '',
        askedAt,
        ...stateCells(state),
      ]),
    ),
  )
}

function textOf({ message }: MessageRule): string {
  if (message === undefined) return '_any, or none_'
  return code(typeof message === 'string' ? message : String(message))
}

function codeOf({ code: word }: MessageRule): string {
  if (word === undefined) return 'any'
  return word === null ? '_none_' : code(word)
}
