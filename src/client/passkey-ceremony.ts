import type * as WebAuthn from '@simplewebauthn/browser'
import type { WebAuthnJson } from '../backends/actions.js'
import type { AuthFailure } from '../errors/auth-failure.js'
import type { AuthCode } from '../errors/catalogue.js'
import type { Operation } from '../errors/operation.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient } from './auth-client.js'
import { asDialog } from './passkey-turns.js'

/** How a ceremony ended: with what the server wants to see, with the code of why not, or because it was called off. */
export type CeremonyOutcome =
  | { kind: 'signed'; response: WebAuthnJson }
  | { kind: 'failed'; code: AuthCode; data: AuthFailure['data'] }
  | { kind: 'aborted' }

export interface CeremonyOptions {
  /** Closes the dialog or takes back the offer. */
  signal?: AbortSignal | undefined
  /** Opens no dialog: the passkey is offered by the form field whose `autocomplete` ends in `webauthn`. */
  autofill?: boolean | undefined
}

/** Between five and ten minutes, for people who need the time (WebAuthn Level 3, 15.1). */
const TIMEOUT_MS = { least: 300_000, most: 600_000 }

interface Reason {
  code: AuthCode
  data?: AuthFailure['data']
}

const NOT_SUPPORTED = {
  code: 'method_disabled',
  data: { method: 'webauthn', reason: 'not_supported' },
} as const satisfies Reason

/** Why the browser gave up, by the name of its error. */
const REASONS = new Map<string, Reason>([
  // One word for a cancel, a time-out and a missing passkey, so that no page can tell them apart.
  ['NotAllowedError', { code: 'cancelled' }],
  ['InvalidStateError', { code: 'conflict', data: { resource: 'passkey' } }],
  ['SecurityError', { code: 'request_misconfigured' }],
  ['NotSupportedError', NOT_SUPPORTED],
])

/** True where the browser knows passkeys at all. */
export function passkeysSupported(): boolean {
  return typeof globalThis.PublicKeyCredential === 'function'
}

/** True where the browser can offer passkeys in a form field's suggestions. */
export async function passkeyAutofillSupported(): Promise<boolean> {
  if (!passkeysSupported()) return false
  try {
    return (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true
  } catch {
    return false
  }
}

/** Lets the user sign the server's challenge with a passkey. A ceremony that runs already is called off. */
export function signWithPasskey(
  options: WebAuthnJson,
  { signal, autofill = false }: CeremonyOptions = {},
): Promise<CeremonyOutcome> {
  const sign = () =>
    hold(signal, ({ startAuthentication }) =>
      startAuthentication({ optionsJSON: patient(options), useBrowserAutofill: autofill }),
    )
  return autofill ? sign() : asDialog(sign)
}

/** Lets the user create a passkey. A ceremony that runs already is called off. */
export function createPasskey(
  options: WebAuthnJson,
  { signal }: Pick<CeremonyOptions, 'signal'> = {},
): Promise<CeremonyOutcome> {
  return asDialog(() =>
    hold(signal, ({ startRegistration }) => startRegistration({ optionsJSON: patient(options) })),
  )
}

/** Tells the platform that the server does not know a passkey: it is offered no more (WebAuthn Level 3, 5.1.10.2). */
export async function forgetUnknownPasskey(
  { rpId }: WebAuthnJson,
  { id }: WebAuthnJson,
): Promise<void> {
  if (typeof id !== 'string' || !passkeysSupported()) return
  if (!('signalUnknownCredential' in PublicKeyCredential)) return
  try {
    await PublicKeyCredential.signalUnknownCredential({
      rpId: typeof rpId === 'string' ? rpId : globalThis.location.hostname,
      credentialId: id,
    })
  } catch {
    // It is a courtesy: the sign-in has been answered already.
  }
}

type Library = typeof WebAuthn

interface Ceremony {
  outcome: Promise<CeremonyOutcome>
  /** Ends it, and waits for its end. */
  callOff: () => Promise<void>
}

/** The ceremony that runs now. */
let running: Ceremony | null = null

async function hold(
  signal: AbortSignal | undefined,
  ceremony: (library: Library) => Promise<object>,
): Promise<CeremonyOutcome> {
  if (!passkeysSupported()) return { kind: 'failed', ...NOT_SUPPORTED }
  // Loaded when it is first needed; without a connection it cannot be.
  const library = await import('@simplewebauthn/browser').catch(() => null)
  // Browsers refuse a second ceremony, and the library would mistake the one for the other.
  await untilFree(signal)
  if (signal?.aborted) return { kind: 'aborted' }
  if (!library) return { kind: 'failed', code: 'network_error', data: {} }

  const mine = begin(library, ceremony)
  running = mine
  const stop = () => void mine.callOff()
  signal?.addEventListener('abort', stop)
  try {
    return await mine.outcome
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** Calls off whatever runs. */
async function untilFree(signal: AbortSignal | undefined): Promise<void> {
  const other = running
  if (!other || signal?.aborted) return
  await other.callOff()
  await untilFree(signal)
}

/** How often an end is asked for before a browser, or an extension in its place, is taken not to listen. */
const MOST_CALLS_OFF = 40

function begin(library: Library, ceremony: (library: Library) => Promise<object>): Ceremony {
  const outcome = outcomeOf(ceremony(library))
  const isRunning = () => running?.outcome === outcome
  const letGo = () => {
    if (isRunning()) running = null
  }
  const end = outcome.then(letGo)
  return {
    outcome,
    async callOff() {
      // The library asks the browser once more before it begins, and has nothing to cancel till then.
      for (let times = 0; times < MOST_CALLS_OFF && isRunning(); times += 1) {
        library.WebAuthnAbortService.cancelCeremony()
        await Promise.race([end, tick()])
      }
      letGo()
    },
  }
}

async function outcomeOf(ceremony: Promise<object>): Promise<CeremonyOutcome> {
  try {
    return { kind: 'signed', response: { ...(await ceremony) } }
  } catch (error) {
    const name = nameOf(error)
    if (name === 'AbortError') return { kind: 'aborted' }
    const { code, data = {} } = REASONS.get(name) ?? { code: 'webauthn_failed' }
    return { kind: 'failed', code, data }
  }
}

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 25))
}

/** A ceremony that came to nothing, as a state. One that was called off is the user's doing or nobody's. */
export function failureOf(
  client: AuthClient,
  outcome: Exclude<CeremonyOutcome, { kind: 'signed' }>,
  operation: Operation,
): UiState {
  return outcome.kind === 'failed'
    ? client.report(outcome.code, operation, outcome.data)
    : client.report('cancelled', operation)
}

/** Opaque here: the library reads the W3C's JSON form. */
function patient(options: WebAuthnJson): never {
  const asked = typeof options['timeout'] === 'number' ? options['timeout'] : TIMEOUT_MS.least
  const timeout = Math.min(Math.max(asked, TIMEOUT_MS.least), TIMEOUT_MS.most)
  return { ...options, timeout } as never
}

/** Some of the errors are a page's own, some the platform's: what they share is a name. */
function nameOf(error: unknown): string {
  const named = typeof error === 'object' && error !== null && 'name' in error ? error.name : ''
  return String(named)
}
