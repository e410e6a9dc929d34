import { readFileSync } from 'node:fs'
import type { MessageRule } from '../../src/backends/backend.js'

interface Listed {
  backend: string
  code: string | null
  message: string | null
  status: number | null
}

interface BetterAuthRow {
  code: string
  word?: string
  text?: string
  status: number
}

const LISTED: readonly Listed[] = [
  ...(read('seeds.json') as Listed[]),
  ...(read('better-auth.json') as BetterAuthRow[]).map(({ code, word, text, status }) => ({
    backend: 'better-auth',
    code: word ?? code,
    message: text ?? null,
    status,
  })),
]

/** A text that no server sends. */
const NO_TEXT = '\u{A7}'

/** The statuses with which a backend's reference lists a code. */
export function statusesOfCode(backend: string, code: string): number[] {
  return statuses((row) => row.backend === backend && row.code === code)
}

/** The statuses with which it lists the texts that a rule is for. */
export function statusesOfRule(backend: string, { status, code, message }: MessageRule): number[] {
  if (status !== undefined) return [status]
  if (message === undefined) return code == null ? [] : statusesOfCode(backend, code)
  const fits = (text: string) =>
    typeof message === 'string' ? text === message : message.test(text)
  // A rule for whatever is left says nothing of a status.
  if (fits(NO_TEXT)) return []
  return statuses((row) => row.backend === backend && row.message !== null && fits(row.message))
}

function statuses(wanted: (row: Listed) => boolean): number[] {
  const found = LISTED.filter(wanted).flatMap(({ status }) => (status === null ? [] : [status]))
  return [...new Set(found)].toSorted((a, b) => a - b)
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(`test/contract/${file}`, 'utf8'))
}
