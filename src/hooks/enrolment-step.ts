import type { ActionInput, TotpEnrolment } from '../backends/actions.js'
import type { AuthClient } from '../client/auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { Ready } from './use-flow.js'

/** How far setting up a second factor has come. */
export type EnrolmentStep =
  /** The server has not said yet whether one is on. */
  | { kind: 'unknown' }
  | { kind: 'off' }
  /** The authenticator app has to be given the secret, and its first code typed. */
  | { kind: 'scan'; enrolment: TotpEnrolment }
  /** It is on; these codes are shown this once. */
  | { kind: 'save_codes'; codes: readonly string[] }
  | { kind: 'on' }

/** The second factor has just been turned off. */
export interface MfaDisabled {
  kind: 'mfa_disabled'
}

/**
 * Where a request has led. The step is no part of what the request's flow keeps: it lies in a cache that others
 * can read, and the step holds secrets.
 */
export interface Advance {
  /** Null where the person stays. */
  step: EnrolmentStep | null
  state: Ready | MfaDisabled | UiState
}

export const UNKNOWN: EnrolmentStep = { kind: 'unknown' }
export const OFF: EnrolmentStep = { kind: 'off' }
export const ON: EnrolmentStep = { kind: 'on' }

const READY: Ready = { kind: 'ready' }

/** Asks for a secret for the authenticator app. */
export async function askForSecret(
  client: AuthClient,
  input: ActionInput<'startTotpEnrolment'>,
): Promise<Advance> {
  const answer = await client.perform('startTotpEnrolment', input)
  return answer.kind === 'succeeded'
    ? { step: { kind: 'scan', enrolment: answer.value }, state: READY }
    : refused(answer)
}

/** Checks the first code; some backends have handed out their backup codes with the secret. */
export async function checkFirstCode(
  client: AuthClient,
  { factorId, backupCodes }: TotpEnrolment,
  input: { code: string; challenge?: string },
): Promise<Advance> {
  const answer = await client.perform(
    'confirmTotpEnrolment',
    { ...input, ...(factorId === null ? {} : { factorId }) },
    { factor: 'totp' },
  )
  if (answer.kind !== 'succeeded') return refused(answer)
  const issued = answer.value.backupCodes
  const codes = issued.length > 0 ? issued : backupCodes
  return { step: codes.length > 0 ? { kind: 'save_codes', codes } : ON, state: READY }
}

export async function turnOff(
  client: AuthClient,
  input: ActionInput<'disableMfa'>,
): Promise<Advance> {
  const answer = await client.perform('disableMfa', input)
  return answer.kind === 'succeeded'
    ? { step: OFF, state: { kind: 'mfa_disabled' } }
    : { step: null, state: answer }
}

/** The step a page is left in: without its secrets. */
export function withoutSecrets(step: EnrolmentStep | null): EnrolmentStep | null {
  if (step?.kind === 'scan') return OFF
  return step?.kind === 'save_codes' ? ON : step
}

/** Whoever wants to set it up and has it is done. */
function refused(answer: UiState): Advance {
  return answer.kind === 'done' && answer.what === 'mfa_enabled'
    ? { step: ON, state: READY }
    : { step: null, state: answer }
}
