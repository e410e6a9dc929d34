'use client'
import type { AuthUser } from '../backends/actions.js'
import type { SignedIn } from '../client/auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { usePasskeyEntry, usePasskeyOffer } from './passkey-offer.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

/** Whether to offer passkeys, and whom to tell of the sign-in. */
export interface UsePasskeyAutofillOptions {
  /** Called once somebody is signed in, with who it is where the backend tells. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /** Default true. */
  enabled?: boolean | undefined
}

/** The offer of passkeys in a form's first field. */
export interface UsePasskeyAutofill {
  /** `ready` until the user chooses a passkey, then what became of it. */
  state: Ready | Submitting | SignedIn | UiState
  /** For the `autoComplete` of the field that asks who is signing in: there the browser offers the passkeys. */
  autoComplete: 'username' | 'username webauthn'
  /** To be called by whatever finishes a sign-in that needed more than the passkey. */
  finish: (user: AuthUser | null) => void
  reset: () => void
}

/**
 * Offers passkeys among the suggestions of a sign-in form's first field. The offer gives way to the dialog of
 * `usePasskeys`, comes back when that is cancelled, and ends with the page or with a sign-in. Does nothing where
 * the browser or the backend knows no passkeys.
 */
export function usePasskeyAutofill({
  onSignedIn,
  enabled = true,
}: UsePasskeyAutofillOptions = {}): UsePasskeyAutofill {
  const { client } = useAuthSettings('usePasskeyAutofill')
  const { state, run, reset } = useFlow<SignedIn | UiState>(
    'usePasskeyAutofill',
    'passkey_authenticate',
    { shown: false },
  )
  const { enter, finish } = usePasskeyEntry(run, onSignedIn)
  usePasskeyOffer(client, enabled, enter)
  return {
    state,
    autoComplete: enabled ? 'username webauthn' : 'username',
    finish,
    reset,
  }
}
