import type { Backend } from '../../backends/backend.js'
import { rowOf } from '../../errors/catalogue.js'
import type { Operation } from '../../errors/operation.js'
import type { UiState } from '../../ui-state/ui-state.js'
import type { Finding } from './report.js'

/** What somebody was told who has proved nothing. */
export interface Told {
  at: Operation
  to: 'known_address' | 'unknown_address'
  /** Null for a success. */
  state: UiState | null
}

/** A right password is needed to be past these. */
const NEVER_PROVED = new Set([
  'invalid_credentials',
  'account_locked',
  'account_exists',
  'not_found',
  'rate_limited',
])

/** Whether the two addresses can be told apart, and whether the backend claims a proof that there was not. */
export function checkDisclosure(backend: Backend, told: readonly Told[]): Finding[] {
  const proved = backend.provedAtSignIn ?? []
  const claimed = proved.filter((code) => NEVER_PROVED.has(rowOf(code).kind))
  const unproved = told.flatMap(({ at, state }) =>
    at === 'sign_in' && state && proved.includes(state.code) ? [state.code] : [],
  )
  const operations = [...new Set(told.map(({ at }) => at))]
  return [
    ...[...new Set([...claimed, ...unproved])].map((code): Finding => ({
      check: 'disclosure',
      level: 'failure',
      where: `provedAtSignIn ${code}`,
      what: `${code} is answered to whoever has proved nothing, and screens show it as if they had.`,
      mend: 'Take it out of provedAtSignIn.',
    })),
    ...operations.flatMap((at) => toldApart(backend, at, told)),
  ]
}

function toldApart(backend: Backend, at: Operation, told: readonly Told[]): Finding[] {
  const saidTo = (address: Told['to']) =>
    new Set(
      told.filter((one) => one.at === at && one.to === address).map(({ state }) => looksOf(state)),
    )
  const known = saidTo('known_address')
  const unknown = saidTo('unknown_address')
  if (known.size === 0 || unknown.size === 0) return []
  const apart = [...known, ...unknown].filter((looks) => !known.has(looks) || !unknown.has(looks))
  if (apart.length === 0) return []
  const level = isDeclared(backend, at, apart) ? 'notice' : 'failure'
  return [
    {
      check: 'disclosure',
      level,
      where: at,
      what: `Addresses with an account and without are told apart by ${apart.join(', ')}.`,
      mend:
        level === 'notice'
          ? "The kit's screens hide it; only the server can keep it from other callers."
          : 'Let the server answer both alike. Where it cannot, say so: locksOnlyAccounts, codesOnlyToAccounts.',
    },
  ]
}

/** A sign-up cannot hide it without a mail, and what the backend declares the screens hide. */
function isDeclared(backend: Backend, at: Operation, apart: readonly string[]): boolean {
  if (at === 'sign_up') return true
  const locks = apart.every((looks) => looks.startsWith('account_locked'))
  return (
    (backend.locksOnlyAccounts === true && locks) ||
    (backend.codesOnlyToAccounts === true && at !== 'sign_in')
  )
}

/** What can be seen of an answer. How long a wait is depends on who tried when. */
function looksOf(state: UiState | null): string {
  if (!state) return 'a success'
  const { kind, code } = state
  return kind === code ? kind : `${kind} (${code})`
}
