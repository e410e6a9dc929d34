'use client'
import { useCallback, useSyncExternalStore } from 'react'
import type { AuthUser, Passkey } from '../backends/actions.js'
import type { SignedIn } from '../client/auth-client.js'
import { passkeysSupported } from '../client/passkey-ceremony.js'
import { registerPasskey } from '../client/passkey-registration.js'
import { removePasskey } from '../client/passkey-removal.js'
import { signInWithPasskey } from '../client/passkey-sign-in.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { useDialogSignal } from './dialog-signal.js'
import { usePasskeyEntry, usePasskeyOffer } from './passkey-offer.js'
import { useAccountQuestion } from './use-account-question.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'
import { useSession } from './use-session.js'

/** Something was done to the account's passkeys. */
export type PasskeyChange = { kind: 'registered' } | { kind: 'renamed' } | { kind: 'removed' }

/** What to do with passkeys on this page, and whom to tell of a sign-in. */
export interface UsePasskeysOptions {
  /** Called once somebody is signed in, with who it is where the backend tells. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /**
   * Offers passkeys in the suggestions of the page's field with `autocomplete="username webauthn"`, where the
   * browser can. Default false.
   */
  autofill?: boolean | undefined
  /** Asks for the account's passkeys; for the pages of signed-in users. Default false. */
  list?: boolean | undefined
}

/** Signing in with a passkey, and the passkeys of an account. */
export interface UsePasskeys {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | SignedIn | PasskeyChange | UiState
  /** False where the browser knows no passkeys, and in server markup. */
  supported: boolean
  /** The account's passkeys; null until they are known. */
  passkeys: readonly Passkey[] | null
  /** Why the account's passkeys are not known. */
  listFailure: UiState | null
  /** Opens the system's dialog. An e-mail address narrows the choice; AuthOS wants one. */
  signIn: (email?: string) => Promise<void>
  /** Creates a passkey for the signed-in user. */
  register: (name?: string) => Promise<void>
  /** Gives a passkey another name, where the backend keeps names. */
  rename: (id: string, name: string) => Promise<void>
  /** Takes a passkey off the account, and tells the browser so where it can be told. */
  remove: (id: string) => Promise<void>
  /** Asks for the account's passkeys again. */
  refresh: () => void
  /** To be called by whatever finishes a sign-in that needed more than the passkey. */
  finish: (user: AuthUser | null) => void
  reset: () => void
}

/** Signs in with passkeys, and keeps those of an account. A closed system dialog is `cancelled`, never an error. */
export function usePasskeys({
  onSignedIn,
  autofill = false,
  list = false,
}: UsePasskeysOptions = {}): UsePasskeys {
  const { client } = useAuthSettings('usePasskeys')
  const { state, run, reset } = useFlow<SignedIn | PasskeyChange | UiState>(
    'usePasskeys',
    'passkey_authenticate',
    { shown: false },
  )
  const supported = useSyncExternalStore(never, passkeysSupported, () => false)
  const { status } = useSession()
  const { answer, failure, askAgain } = useAccountQuestion('listPasskeys', {
    wanted: list && status !== 'unknown',
  })

  const { enter, finish } = usePasskeyEntry(run, onSignedIn)
  usePasskeyOffer(client, autofill, enter)
  const openDialog = useDialogSignal()

  const signIn = useCallback(
    async (email?: string) => {
      await enter(() => signInWithPasskey(client, email, openDialog()))
    },
    [client, enter, openDialog],
  )
  const change = useCallback(
    async (kind: PasskeyChange['kind'], job: () => Promise<{ kind: 'succeeded' } | UiState>) => {
      const outcome = await run(
        async () => {
          const done = await job()
          return done.kind === 'succeeded' ? { kind } : done
        },
        kind === 'registered' ? 'passkey_register' : 'api_call',
      )
      if (outcome?.kind === kind) askAgain()
    },
    [askAgain, run],
  )
  return {
    state,
    supported,
    passkeys: status === 'signed_in' ? (answer?.passkeys ?? null) : null,
    listFailure: failure,
    signIn,
    register: useCallback(
      (name) => change('registered', () => registerPasskey(client, name, openDialog())),
      [change, client, openDialog],
    ),
    rename: useCallback(
      (id, name) => change('renamed', () => client.perform('renamePasskey', { id, name })),
      [change, client],
    ),
    remove: useCallback(
      (id) => {
        const passkey = answer?.passkeys.find((known) => known.id === id) ?? { id }
        return change('removed', () => removePasskey(client, passkey))
      },
      [answer, change, client],
    ),
    refresh: askAgain,
    finish,
    reset,
  }
}

function never(): () => void {
  return () => undefined
}
