import type { FieldError } from '../errors/failure-data.js'
import { rowOf } from '../errors/catalogue.js'
import { plainText } from '../ui-state/plain-text.js'
import type { UiState } from '../ui-state/ui-state.js'
import { hasCopy, type CopyKey } from './resources.js'

/** What a sentence's placeholders stand for. `seconds` fills `{{duration}}`, `count` picks the plural form. */
export type CopyValues = Readonly<Record<string, string | number>>

/** Which sentence to show, as a key: the language is chosen later. */
export interface CopyReference {
  key: CopyKey
  values: CopyValues
  /** The server's own words, cleaned, to show as plain text beside or instead of the sentence; else null. */
  serverText: string | null
}

/** What a state says. */
export interface StateCopy extends CopyReference {
  /** An extra line below the sentence, or null. */
  hint: CopyKey | null
  /** What to say when the wait is over, or null. */
  ended: CopyKey | null
}

/** What a state says, or null where nothing is to be said (seed 003: "don't show"). */
export function copyOf(state: UiState): StateCopy | null {
  const { copy } = rowOf(state.code)
  if (copy === null) return null
  return {
    ...waitCopy(copy, state),
    serverText: 'description' in state ? state.description : null,
    hint: variant(copy, 'hint'),
    ended: variant(copy, 'ended'),
  }
}

/** Seconds named by the server give an exact sentence, a documented default an approximate one. */
function waitCopy(copy: string, state: UiState): Pick<CopyReference, 'key' | 'values'> {
  if ('retryAfterSeconds' in state) {
    const { retryAfterSeconds: exact, defaultRetryAfterSeconds: usual } = state
    const countdown = variant(copy, 'countdown')
    if (exact !== null && countdown) return { key: countdown, values: { seconds: exact } }
    const about = variant(copy, 'about')
    if (usual !== null && about) return { key: about, values: { seconds: usual } }
  }
  return { key: variant(copy, 'text') ?? 'codes.unknown.text', values: {} }
}

function variant(copy: string, name: string): CopyKey | null {
  const key = `codes.${copy}.${name}`
  return hasCopy(key) ? key : null
}

/** What a refused field says. A server's own message is passed on only where no reason is known. */
export function fieldCopy(error: FieldError): CopyReference {
  const { reason, min, max } = error
  const limit = reason === 'too_short' ? { min } : reason === 'too_long' ? { max } : {}
  const bound = Object.entries(limit).find((entry): entry is [string, number] => !!entry[1])
  const names = fieldNames(error.name)
  const leaves = bound
    ? [...names.map((name) => name + (bound[0] === 'min' ? 'Min' : 'Max')), bound[0], ...names]
    : names
  const key = [...leaves, 'any'].map((leaf) => `fields.${reason}.${leaf}`).find(hasCopy)
  return {
    key: key ?? 'fields.invalid.any',
    values: bound ? { [bound[0]]: bound[1] } : {},
    serverText: reason === 'invalid' ? plainText(error.message) : null,
  }
}

/** `new_password` and `newPassword` are one field, and a password; a name that is no plain word is none. */
function fieldNames(name: string): string[] {
  if (!/^[a-z][a-z_-]{0,39}$/i.test(name)) return []
  const camel = name.replace(/[_-]([a-z])/gi, (_, letter: string) => letter.toUpperCase())
  const field = camel.charAt(0).toLowerCase() + camel.slice(1)
  return field.endsWith('Password') ? [field, 'password'] : [field]
}
