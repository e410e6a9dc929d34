import type { ActionResult, WebAuthnJson } from '../backends/actions.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient, SignedIn } from './auth-client.js'
import { pause, untilVisible } from './page-visibility.js'
import {
  forgetUnknownPasskey,
  passkeyAutofillSupported,
  signWithPasskey,
} from './passkey-ceremony.js'

/** Shorter than the shortest life of a challenge (EdgeBase and Better Auth: five minutes). */
const OFFER_MS = 240_000

/** Offers that come to nothing before no more are made: a browser that always refuses is not asked for ever. */
const MOST_VAIN_OFFERS = 5

/** Signs in with a passkey chosen in the system's dialog. An e-mail address narrows the choice. */
export async function signInWithPasskey(
  client: AuthClient,
  email: string | undefined,
  signal: AbortSignal,
): Promise<SignedIn | UiState> {
  const asked = await client.perform('passkeySignInOptions', email ? { email } : {}, { signal })
  if (asked.kind !== 'succeeded') return asked
  const outcome = await signWithPasskey(asked.value.options, { signal })
  if (outcome.kind === 'signed') return present(client, asked.value, outcome.response)
  const { code, data } =
    outcome.kind === 'failed' ? outcome : { code: 'cancelled' as const, data: {} }
  return client.report(code, 'passkey_authenticate', data)
}

/**
 * Offers passkeys in the suggestions of the field whose `autocomplete` ends in `webauthn`, with a new challenge
 * whenever one grows old, until aborted. Sends nothing where the browser cannot do it.
 *
 * @param take is given what signs in, once the user has chosen, and tells whether that was the end
 */
export async function offerPasskeys(
  client: AuthClient,
  signal: AbortSignal,
  take: (signIn: () => Promise<SignedIn | UiState>) => Promise<boolean>,
): Promise<void> {
  if (!(await passkeyAutofillSupported())) return
  let inVain = 0
  while (inVain < MOST_VAIN_OFFERS && !signal.aborted) {
    const asked = await client.perform('passkeySignInOptions', {}, { signal })
    if (asked.kind !== 'succeeded' || signal.aborted) return
    const life = lifeOfAnOffer(signal)
    const outcome = await signWithPasskey(asked.value.options, {
      signal: life.signal,
      autofill: true,
    })
    const isOld = life.signal.aborted && !signal.aborted
    life.end()
    if (outcome.kind === 'signed') {
      if (await take(() => present(client, asked.value, outcome.response))) return
    } else if (outcome.kind === 'aborted' && !isOld) {
      // Called off, or another ceremony of the page took its place.
      return
    }
    if (!isOld) inVain += 1
  }
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

/** Ends when the challenge grows old and somebody is there to be offered another, or with the signal it is given. */
function lifeOfAnOffer(signal: AbortSignal): { signal: AbortSignal; end: () => void } {
  const life = new AbortController()
  const end = () => {
    signal.removeEventListener('abort', end)
    life.abort()
  }
  signal.addEventListener('abort', end)
  void pause(OFFER_MS, life.signal)
    .then(() => untilVisible(life.signal))
    .then(end)
  return { signal: life.signal, end }
}
