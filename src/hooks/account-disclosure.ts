import { localFailure } from '../client/local-failure.js'
import type { AuthClient, SignedIn } from '../client/auth-client.js'
import type { FieldError } from '../errors/failure-data.js'
import { firstCall } from '../errors/operation.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { StateOf, UiState } from '../ui-state/ui-state.js'

/**
 * Whether screens may tell somebody who has proved nothing that an address has an account.
 * `hide` (OWASP ASVS 6.3.8) shows the same for known and unknown addresses; `show` says it and helps on.
 */
export type AccountDisclosure = 'hide' | 'show'

type WithKind = { kind: string }

/** Whether an answer is one that only an address with an account gets, or only one without. */
export function tellsOfAccount(outcome: WithKind | UiState): boolean {
  const state = outcome as UiState
  switch (state.kind) {
    case 'invalid_credentials':
    case 'account_locked':
    case 'account_disabled':
    case 'account_exists':
    case 'conflict':
    case 'password_reset_required':
    case 'verification_required':
      return true
    case 'not_found':
      return state.resource === null || state.resource === 'user'
    case 'method_unavailable':
      return state.reason === 'account_uses_provider' || state.reason === 'anonymous_account'
    default:
      return false
  }
}

/**
 * A sign-up's outcome as somebody may see it who must not learn who has an account: a taken address
 * looks like a new one whose verification mail is on its way.
 */
export function withoutDisclosure<Outcome extends WithKind>(
  outcome: Outcome | UiState,
  email: string,
  client: AuthClient,
  now: number,
): Outcome | UiState {
  const state = outcome as UiState
  if (tellsAtSignUp(state)) return awaitingVerification()
  if (state.kind !== 'field_errors') return outcome
  const fields = state.fields.filter(({ name, reason }) => name !== 'email' || reason !== 'taken')
  if (fields.length === state.fields.length) return outcome
  return fields.length === 0 ? awaitingVerification() : { ...state, fields }

  function awaitingVerification(): UiState {
    const data = { address: email }
    return toUiState(
      localFailure('email_unverified', client.backend.id, firstCall('sign_up'), now, data),
    )
  }
}

function tellsAtSignUp(state: UiState): boolean {
  switch (state.kind) {
    // A user name that is taken is no secret: another has to be chosen.
    case 'account_exists':
      return state.identifier !== 'username'
    // Nothing else that is missing has to do with the new account.
    case 'not_found':
      return state.resource === 'user'
    // With the address it is the outcome for a new one.
    case 'verification_required':
      return state.address === null
    default:
      return tellsOfAccount(state)
  }
}

/**
 * A sign-in's outcome as somebody may see it who must not learn who has an account: what tells of one looks like
 * wrong credentials, unless the backend says it only to who knows the password.
 */
export function withoutDisclosureAtSignIn(
  outcome: SignedIn | UiState,
  { backend }: AuthClient,
  now: number,
): SignedIn | UiState {
  if (outcome.kind === 'signed_in' || backend.provedAtSignIn?.includes(outcome.code)) return outcome
  const { locksOnlyAccounts = false } = backend
  const attemptsRemaining =
    outcome.kind === 'invalid_credentials' && !locksOnlyAccounts ? outcome.attemptsRemaining : null
  if (!tellsAtSignIn(outcome, locksOnlyAccounts)) return outcome
  // Made anew, so that neither the server's own code nor a fact of its answer is left.
  const data = attemptsRemaining === null ? {} : { attemptsRemaining }
  return toUiState(localFailure('invalid_credentials', backend.id, firstCall('sign_in'), now, data))
}

function tellsAtSignIn(state: UiState, locksOnlyAccounts: boolean): boolean {
  switch (state.kind) {
    case 'account_locked':
      return locksOnlyAccounts
    // Roles and memberships are an account's; whether an organization is active is not.
    case 'permission_denied':
      return state.reason !== 'organization_inactive' && state.reason !== 'scope'
    case 'field_errors':
      return state.fields.some(isAboutCredentials)
    default:
      return tellsOfAccount(state)
  }
}

const CREDENTIALS = /mail|user|login|identi|phone|password/i

/** A refusal that is none of form: what the server says in words of its own may be that it knows the address. */
function isAboutCredentials({ name, reason }: FieldError): boolean {
  const judged = reason === 'incorrect' || reason === 'taken' || reason === 'invalid'
  return judged && CREDENTIALS.test(name)
}

/**
 * What became of a one-time code, as somebody may see it who must not learn who has an account. Where codes go to
 * accounts alone, any other address has none that could be wrong, too old or tried too often: all read the same.
 */
export function withoutDisclosureAtCode(
  outcome: SignedIn | UiState,
  { backend }: AuthClient,
  now: number,
): SignedIn | UiState {
  if (outcome.kind !== 'invalid_code' || !backend.codesOnlyToAccounts) return outcome
  const { factor }: StateOf<'invalid_code'> = outcome
  const context = { ...firstCall('sign_in'), factor }
  return toUiState(localFailure('code_invalid', backend.id, context, now, { factor }))
}
