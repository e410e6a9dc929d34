import type { ActionInput } from '../backends/actions.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient, SignedIn } from './auth-client.js'
import { failureOf, signWithPasskey } from './passkey-ceremony.js'
import { asDialog } from './passkey-turns.js'

/** Answers a second factor's challenge with a passkey or security key, in the system's dialog. */
export function answerWithPasskey(
  client: AuthClient,
  challenge: ActionInput<'mfaPasskeyOptions'>,
  signal: AbortSignal,
): Promise<SignedIn | UiState> {
  return asDialog(async () => {
    const asked = await client.perform('mfaPasskeyOptions', challenge, { signal })
    if (asked.kind !== 'succeeded') return asked
    const outcome = await signWithPasskey(asked.value.options, { signal })
    if (outcome.kind !== 'signed') return failureOf(client, outcome, 'mfa_challenge')
    const input = { ...challenge, response: outcome.response }
    return client.enter('verifyMfaWithPasskey', input, { factor: 'webauthn' })
  })
}
