import { localFailure } from '../client/local-failure.js'
import type { AuthClient } from '../client/auth-client.js'
import { firstCall } from '../errors/operation.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { UiState } from '../ui-state/ui-state.js'

/**
 * Whether screens may tell somebody who has proved nothing that an address has an account.
 * `hide` (OWASP ASVS 6.3.8) shows the same for known and unknown addresses; `show` says it and helps on.
 */
export type AccountDisclosure = 'hide' | 'show'

/**
 * A sign-up's outcome as somebody may see it who must not learn who has an account: a taken address
 * looks like a new one whose verification mail is on its way.
 */
export function withoutDisclosure<Outcome extends { kind: string }>(
  outcome: Outcome | UiState,
  email: string,
  client: AuthClient,
  now: number,
): Outcome | UiState {
  const state = outcome as UiState
  if (isAboutAccount(state)) return awaitingVerification()
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

/** Answers to a sign-up that only an address with an account gets. A user name that is taken is no secret. */
function isAboutAccount(state: UiState): boolean {
  switch (state.kind) {
    case 'account_exists':
      return state.identifier !== 'username'
    case 'method_unavailable':
      return state.reason === 'account_uses_provider'
    case 'account_disabled':
      return true
    default:
      return false
  }
}
