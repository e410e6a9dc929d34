import { OPERATIONS, type Factor, type Operation } from '../../src/errors/operation.js'
import mappingJson from './mapping.json'
import seedsJson from './seeds.json'

export type BackendId = 'calimatic' | 'auth-svc' | 'authos' | 'intelliauth' | 'edgebase'

/** A row of a backend's error reference. */
export interface SeedRow {
  id: string
  backend: BackendId
  code: string | null
  status: number | null
  message: string | null
  match: 'exact' | 'prefix' | 'template' | null
  recommended_copy: string | null
  copy_directive: string | null
  details_fields: string[]
}

type Facts = Record<string, unknown>

interface Override {
  when: { op: string[]; attempt?: string; hadToken?: boolean; description?: string }
  state: string
  data: Facts | null
}

interface MappedRow {
  id: string
  applies_to_ops: string[]
  state: string
  data: Facts | null
  overrides: Override[]
}

export const SEEDS = seedsJson as unknown as SeedRow[]
const MAPPED = mappingJson.rows as unknown as MappedRow[]
const SEED_BY_ID = new Map(SEEDS.map((seed) => [seed.id, seed]))

/** One answer to one operation, and the state it has to lead to. */
export interface SeedCase {
  title: string
  seed: SeedRow
  operation: Operation
  attempt: number
  hadToken: boolean
  /** Fills `{description}` where the row has it. */
  description: string
  /** The factor a code was typed for, where the row stands for several. */
  factor: Factor | null
  state: string
  facts: Facts
}

/** Where a row that holds for every operation is tried: the operation its state belongs to. */
const NATURAL_OPERATIONS: Record<string, readonly Operation[]> = {
  silent_recovery: ['api_call'],
  sign_in_required: ['api_call', 'refresh'],
  invalid_code: ['mfa_challenge', 'mfa_enrol'],
  done: ['mfa_enrol'],
  conflict: ['profile_update'],
  not_found: ['api_call'],
  permission_denied: ['api_call'],
  stale: ['profile_update'],
  step_up_required: ['api_call'],
  link_invalid: ['invitation_accept'],
  pending: ['device_poll'],
  limit_reached: ['sign_in', 'organization_manage'],
  method_failed: ['oauth_callback', 'passkey_authenticate', 'mfa_send_code'],
  account_exists: ['sign_up'],
  configuration_error: ['oauth_start', 'sign_in'],
}

/** The same where the facts tell more than the state. */
const BY_FACT: Record<string, Operation> = {
  'restart:sign_in': 'mfa_challenge',
  'restart:oauth': 'oauth_callback',
  'restart:home': 'oauth_callback',
  'restart:sso': 'sso_callback',
  'restart:device': 'device_poll',
  'blocking:false': 'mfa_manage',
  'what:invitation_accepted': 'invitation_accept',
  'source:admin_api': 'admin',
  'source:scim': 'scim',
  'source:webhook_config': 'webhook_config',
  'source:webhook_delivery': 'webhook_delivery',
  'method:webauthn': 'passkey_authenticate',
  'method:sms': 'mfa_send_code',
  'method:email': 'email_resend',
  'scope:code_send': 'mfa_send_code',
}

function representative(row: MappedRow): Operation {
  const overridden = new Set(
    row.overrides.flatMap(({ when }) =>
      when.attempt === undefined && when.hadToken === undefined ? when.op : [],
    ),
  )
  const byFact = Object.entries(row.data ?? {}).flatMap(([name, value]) => {
    const operation = BY_FACT[`${name}:${String(value)}`]
    return operation ? [operation] : []
  })
  const candidates: Operation[] = [
    ...byFact,
    ...(NATURAL_OPERATIONS[row.state] ?? []),
    'sign_in',
    'api_call',
  ]
  const free = candidates.find((operation) => !overridden.has(operation))
  if (!free) throw new Error(`No operation is left for ${row.id}`)
  return free
}

function casesOf(row: MappedRow): SeedCase[] {
  const seed = SEED_BY_ID.get(row.id)
  if (!seed) throw new Error(`${row.id} is no row of the references`)
  const operations = row.applies_to_ops.includes('*')
    ? [representative(row)]
    : (row.applies_to_ops as Operation[])
  const overriddenOutright = new Set(
    row.overrides.flatMap(({ when }) => (Object.keys(when).length === 1 ? when.op : [])),
  )
  const plain = { seed, attempt: 1, hadToken: false, description: 'server_error', factor: null }
  const base = operations
    .filter((operation) => !overriddenOutright.has(operation))
    .map((operation) => ({
      ...plain,
      title: `${row.id} at ${operation}`,
      operation,
      state: row.state,
      facts: row.data ?? {},
    }))
  const overridden = row.overrides.flatMap(({ when, state, data }) =>
    when.op.map((op) => {
      const operation = op === '*' ? representative(row) : (op as Operation)
      const attempt = when.attempt === '>=2' ? 2 : 1
      const hadToken = when.hadToken ?? false
      const description = when.description ? 'access_denied' : plain.description
      const notes = [
        attempt > 1 && 'again',
        hadToken && 'with a token',
        when.description && description,
      ]
      const title = [`${row.id} at ${operation}`, ...notes.filter(Boolean)].join(', ')
      return {
        ...plain,
        title,
        operation,
        attempt,
        hadToken,
        description,
        state,
        facts: data ?? {},
      }
    }),
  )
  return [...base, ...overridden].flatMap(forEachFactor).map(withDifference)
}

/** `totp|backup_code` stands for the factor the code was typed for; `otp` for whatever is no TOTP. */
function forEachFactor(seedCase: SeedCase): SeedCase[] {
  const { factor: factors } = seedCase.facts
  if (seedCase.state !== 'invalid_code' || typeof factors !== 'string') return [seedCase]
  return factors.split('|').map((named) => {
    const factor = named === 'otp' ? 'sms' : (named as Factor)
    return { ...seedCase, title: `${seedCase.title}, ${factor}`, factor, facts: { factor } }
  })
}

/** Where the catalogue differs from the mapping on purpose: the case, and the facts that hold instead. */
export const DIFFERENCES: Record<string, Facts> = {
  // A method is one of the ways to sign in; that this one was meant for linking, the operation says.
  'edgebase:account-linking-errors:only-anonymous-users-can-link-with-oauth at account_link': {
    method: 'oauth',
    reason: 'not_anonymous',
  },
  // "Use only 'public' or 'private'": among the reasons a field is refused, it is `not_allowed`.
  'edgebase:profile-update-errors:emailvisibility-must-be-public-or-private at profile_update': {
    fields: ['emailVisibility'],
    reason: 'not_allowed',
  },
  // No field is at fault, so there is none to give a reason.
  'edgebase:profile-update-errors:no-valid-fields-to-update at profile_update': { fields: [] },
}

/** Where a backend's wire contract gives an operation a meaning of its own that the mapping does not list. */
export const KINDS_ELSEWHERE: Record<string, string> = {
  // A bearer fault at the refresh call cannot be mended by refreshing.
  'calimatic:authentication-errors:INVALID_TOKEN at refresh': 'sign_in_required',
  // "Current password is incorrect" comes with this code; it says nothing about the session.
  'authos:general-errors:UNAUTHORIZED at password_change': 'field_errors',
  'authos:authentication-errors:UNAUTHORIZED at password_change': 'field_errors',
  // The same code as the authentication row, for which the mapping lists these two.
  'authos:general-errors:UNAUTHORIZED at admin': 'operator_notice',
  'authos:general-errors:UNAUTHORIZED at scim': 'operator_notice',
  // At the challenge both mean the pre-authentication token, which no refresh renews.
  'authos:authentication-errors:TOKEN_EXPIRED at mfa_challenge': 'restart_required',
  'authos:authentication-errors:JWT_ERROR at mfa_challenge': 'restart_required',
}

function withDifference(seedCase: SeedCase): SeedCase {
  return { ...seedCase, facts: DIFFERENCES[seedCase.title] ?? seedCase.facts }
}

/** Every row of the references at every operation it is known for. */
export const CASES: readonly SeedCase[] = MAPPED.flatMap(casesOf)

/** The rows that hold for every operation, at every operation no override speaks of. */
export const CASES_EVERYWHERE: readonly SeedCase[] = MAPPED.filter(({ applies_to_ops }) =>
  applies_to_ops.includes('*'),
).flatMap((row) => {
  const overridden = new Set(row.overrides.flatMap(({ when }) => when.op))
  const [base] = casesOf(row)
  if (!base) throw new Error(`${row.id} has no case`)
  return OPERATIONS.filter((operation) => !overridden.has(operation)).map((operation) => ({
    ...base,
    title: `${row.id} at ${operation}`,
    operation,
    state: KINDS_ELSEWHERE[`${row.id} at ${operation}`] ?? base.state,
  }))
})
