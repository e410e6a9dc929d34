import type { Nothing } from '../backends/actions.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient, Succeeded } from './auth-client.js'
import { createPasskey } from './passkey-ceremony.js'

/** Creates a passkey in the system's dialog and gives it to the server. */
export async function registerPasskey(
  client: AuthClient,
  name: string | undefined,
  signal: AbortSignal,
): Promise<Succeeded<Nothing> | UiState> {
  const named = name ? { name } : {}
  const asked = await client.perform('passkeyRegistrationOptions', named, { signal })
  if (asked.kind !== 'succeeded') return asked
  const { options, challengeId } = asked.value
  const outcome = await createPasskey(options, { signal })
  if (outcome.kind === 'signed') {
    const challenge = challengeId === undefined ? {} : { challengeId }
    return client.perform('registerPasskey', { response: outcome.response, ...challenge, ...named })
  }
  const { code, data } =
    outcome.kind === 'failed' ? outcome : { code: 'cancelled' as const, data: {} }
  return client.report(code, 'passkey_register', data)
}
