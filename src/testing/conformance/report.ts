import type { AuthCode } from '../../errors/catalogue.js'
import type { Operation } from '../../errors/operation.js'
import type { UiKind } from '../../ui-state/ui-state.js'

/** What a backend is judged by, one heading each. */
export const CHECKS = {
  example: 'sorts each example answer as expected',
  unmapped_code: 'knows each code of its server',
  server_text: 'lets no text of the server out where none may be shown',
  disclosure: 'tells nobody of an account who has proved nothing',
  request: 'makes requests that can be sent',
  secret_in_url: 'puts no secret into an address',
  lost_wait: 'keeps each wait that the server names',
  prototype_code: 'takes no name that every object has for a code',
  hostile_body: 'stays whole whatever the body, and signs nobody in by mistake',
  live: 'works against its server through the real client',
} as const

/** One of the things that a backend is judged by. */
export type Check = keyof typeof CHECKS

/** Something about a backend that should be different. */
export interface Finding {
  /** Which check found it. */
  check: Check
  /** `failure`: mend it. `notice`: know it; nothing in the adapter can change it. */
  level: 'failure' | 'notice'
  /** What it is about, for example `sign_in 423 ACCOUNT_LOCKED` or `signIn`. Stable, to accept it by. */
  where: string
  /** What is wrong, for a developer. */
  what: string
  /** What to do about it. */
  mend: string
}

/** A state that an answer led to. */
export interface Reached {
  kind: UiKind
  code: AuthCode
  /** The operation that was answered. */
  at: Operation
  /** Whether an example or the live server gave the answer. */
  by: 'example' | 'live'
}

/** A wire code that stands in no table: what its status alone made of it. */
export interface UnmappedCode {
  /** The code as the server writes it. */
  wire: string
  /** The operation that was answered. */
  at: Operation
  status: number
  /** What the status alone led to. */
  kind: UiKind
}

/** What came out of checking a backend. */
export interface BackendReport {
  /** The backend's id. */
  backend: string
  /** The states that its answers led to, each once. */
  reached: readonly Reached[]
  /** The kinds among them. */
  kinds: readonly UiKind[]
  /** The kinds that its tables can lead to; bare statuses lead to more. */
  mapped: readonly UiKind[]
  /** Codes of examples that stand in no table. */
  unmapped: readonly UnmappedCode[]
  /** Wire codes of its tables that no example has. */
  untried: readonly string[]
  /** What `accept` does not name. */
  findings: readonly Finding[]
  /** Findings that `accept` names. */
  accepted: readonly Finding[]
  /** Whether none of the findings is a failure. */
  passed: boolean
}

/** What `accept` names a finding by. */
export function nameOf({ check, where }: Pick<Finding, 'check' | 'where'>): string {
  return `${check}: ${where}`
}
