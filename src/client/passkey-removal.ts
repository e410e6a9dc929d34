import type { Nothing, Passkey } from '../backends/actions.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient, Succeeded } from './auth-client.js'
import { forgetUnknownPasskey } from './passkey-ceremony.js'

/** Removes a passkey from the account, and from what the user's device offers where it can be told. */
export async function removePasskey(
  client: AuthClient,
  { id, credentialId }: Pick<Passkey, 'id' | 'credentialId'>,
): Promise<Succeeded<Nothing> | UiState> {
  const outcome = await client.perform('deletePasskey', { id })
  if (outcome.kind === 'succeeded') await forgetUnknownPasskey({}, { id: credentialId })
  return outcome
}
