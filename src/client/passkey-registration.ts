import type { Nothing } from '../backends/actions.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient, Succeeded } from './auth-client.js'
import { createPasskey, failureOf } from './passkey-ceremony.js'
import { asDialog } from './passkey-turns.js'

/** Creates a passkey in the system's dialog and gives it to the server. */
export function registerPasskey(
  client: AuthClient,
  name: string | undefined,
  signal: AbortSignal,
): Promise<Succeeded<Nothing> | UiState> {
  return asDialog(async () => {
    const named = name ? { name } : {}
    const asked = await client.perform('passkeyRegistrationOptions', named, { signal })
    if (asked.kind !== 'succeeded') return asked
    const { options, challengeId } = asked.value
    const outcome = await createPasskey(options, { signal })
    if (outcome.kind !== 'signed') return failureOf(client, outcome, 'passkey_register')
    const challenge = challengeId === undefined ? {} : { challengeId }
    return client.perform('registerPasskey', { response: outcome.response, ...challenge, ...named })
  })
}
