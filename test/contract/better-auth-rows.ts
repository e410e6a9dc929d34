import type { Factor, Operation } from '../../src/errors/operation.js'
import type { UiKind } from '../../src/ui-state/ui-state.js'
import rows from './better-auth.json'

/** A code as Better Auth sends it, and the state a user should be in. */
export interface BetterAuthRow {
  section: string
  code: string
  /** What the device endpoints send instead of the code. */
  word?: string
  text?: string
  status: number
  at: Operation
  factor?: Factor
  kind: UiKind
  facts?: Readonly<Record<string, unknown>>
}

/** Every code of Better Auth that the kit knows. */
export const BETTER_AUTH_ROWS = rows as readonly BetterAuthRow[]

/** The body in which its server sends a code. */
export function betterAuthBody({ code, word, text }: BetterAuthRow, message = text): object {
  return word === undefined ? { code, message } : { error: word, error_description: text }
}
