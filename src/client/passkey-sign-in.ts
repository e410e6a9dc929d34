import type { ActionResult, WebAuthnJson } from '../backends/actions.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient, SignedIn } from './auth-client.js'
import { pause, untilVisible } from './page-visibility.js'
import {
  failureOf,
  forgetUnknownPasskey,
  passkeyAutofillSupported,
  signWithPasskey,
} from './passkey-ceremony.js'
import { asDialog, hasDialog, onDialog, untilFieldIsThere, untilNoDialog } from './passkey-turns.js'

/** Shorter than the shortest life of a challenge (EdgeBase and Better Auth: five minutes). */
const OFFER_MS = 240_000

/** Offers that come to nothing before no more are made: a browser that always refuses is not asked for ever. */
const MOST_VAIN_OFFERS = 5

/** Long enough for the page to show what became of a ceremony: the field may be gone then. */
const RENDER_MS = 100

/** Signs in with a passkey chosen in the system's dialog. An e-mail address narrows the choice. */
export function signInWithPasskey(
  client: AuthClient,
  email: string | undefined,
  signal: AbortSignal,
): Promise<SignedIn | UiState> {
  return asDialog(async () => {
    const asked = await client.perform('passkeySignInOptions', email ? { email } : {}, { signal })
    if (asked.kind !== 'succeeded') return asked
    const outcome = await signWithPasskey(asked.value.options, { signal })
    return outcome.kind === 'signed'
      ? present(client, asked.value, outcome.response)
      : failureOf(client, outcome, 'passkey_authenticate')
  })
}

/**
 * Offers passkeys in the suggestions of the field whose `autocomplete` ends in `webauthn`, until aborted. The
 * offer gives way to a dialog and comes back when that came to nothing; its challenge is renewed before it grows
 * old. Sends nothing where the browser or the backend cannot do it, or while there is no such field.
 *
 * @param take is given what signs in, once the user has chosen, and tells whether that was the end
 */
export async function offerPasskeys(
  client: AuthClient,
  signal: AbortSignal,
  take: (signIn: () => Promise<SignedIn | UiState>) => Promise<boolean>,
): Promise<void> {
  if (client.backend.passkeysNeedEmail || !(await passkeyAutofillSupported())) return
  if (!(await client.supports('signInWithPasskey'))) return
  let inVain = 0
  while (inVain < MOST_VAIN_OFFERS) {
    await untilFieldIsThere(signal)
    if (signal.aborted || client.getSession().status === 'signed_in') return
    const life = lifeOfAnOffer(signal)
    const outcome = await offerOnce(client, life.signal)
    const wasWithdrawn = life.signal.aborted
    life.end()
    if (signal.aborted) return
    if (outcome.kind === 'signed') {
      if (await take(outcome.signIn)) return
    } else if (outcome.kind !== 'failed' && !wasWithdrawn) {
      // The server makes none, or a ceremony of the app's own has taken its place.
      return
    }
    if (!wasWithdrawn) inVain += 1
    await untilAnother(signal)
  }
}

/** Waits until no dialog has its turn and the page shows what became of the last ceremony. */
async function untilAnother(signal: AbortSignal): Promise<void> {
  do {
    await untilNoDialog(signal)
    await pause(RENDER_MS, signal)
  } while (hasDialog() && !signal.aborted)
}

type Offered =
  | { kind: 'signed'; signIn: () => Promise<SignedIn | UiState> }
  | { kind: 'failed' | 'aborted' | 'refused' }

async function offerOnce(client: AuthClient, signal: AbortSignal): Promise<Offered> {
  const asked = await client.perform('passkeySignInOptions', {}, { signal })
  if (asked.kind !== 'succeeded') return { kind: 'refused' }
  const outcome = await signWithPasskey(asked.value.options, { signal, autofill: true })
  if (outcome.kind !== 'signed') return outcome
  return { kind: 'signed', signIn: () => present(client, asked.value, outcome.response) }
}

async function present(
  client: AuthClient,
  { options, challengeId }: ActionResult<'passkeySignInOptions'>,
  response: WebAuthnJson,
): Promise<SignedIn | UiState> {
  const outcome = await client.enter('signInWithPasskey', {
    response,
    ...(challengeId === undefined ? {} : { challengeId }),
  })
  if (outcome.kind !== 'signed_in' && outcome.code === 'passkey_unknown') {
    await forgetUnknownPasskey(options, response)
  }
  return outcome
}

/** Ends when a dialog wants its turn, when the challenge grows old and somebody is there to be offered another, or with `signal`. */
function lifeOfAnOffer(signal: AbortSignal): { signal: AbortSignal; end: () => void } {
  const life = new AbortController()
  const end = () => {
    signal.removeEventListener('abort', end)
    unwatch()
    life.abort()
  }
  const unwatch = onDialog(end)
  signal.addEventListener('abort', end)
  if (hasDialog()) end()
  void pause(OFFER_MS, life.signal)
    .then(() => untilVisible(life.signal))
    .then(end)
  return { signal: life.signal, end }
}
