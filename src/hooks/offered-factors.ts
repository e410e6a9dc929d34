import { useMemo } from 'react'
import type { OfferedFactor } from '../errors/failure-data.js'
import type { Factor } from '../errors/operation.js'
import { useActionFacts } from './use-action-facts.js'

export const TOTP: OfferedFactor = { kind: 'totp' }
const BACKUP_CODE: OfferedFactor = { kind: 'backup_code' }

/** Factors whose code comes in a message that has to be asked for. */
const BY_MESSAGE: ReadonlySet<Factor> = new Set<Factor>(['sms', 'email'])

/** What a challenge offers, and what the backend's contract makes of it. */
export interface Offer {
  factors: readonly OfferedFactor[]
  /** Whether the code for a factor is sent when it is asked for. */
  isSent: (factor: OfferedFactor) => boolean
  /** A device can be remembered. */
  canTrustDevice: boolean
}

/** The factors that can be answered here. */
export function useOffer(offered: readonly OfferedFactor[]): Offer {
  // Each asks for an action only where it is of use: some would have to be loaded first.
  const passkey = useActionFacts(has(offered, 'webauthn') ? 'mfaPasskeyOptions' : 'verifyMfa')
  const sending = useActionFacts(
    offered.some(({ kind }) => BY_MESSAGE.has(kind)) ? 'sendMfaCode' : 'verifyMfa',
  )
  const { takes } = useActionFacts('verifyMfa')
  const takesPasskeys = passkey.supported !== false
  const sendsCodes = sending.supported !== false
  return useMemo(
    () => ({
      factors: withAnotherWay(
        takesPasskeys ? offered : offered.filter(({ kind }) => kind !== 'webauthn'),
      ),
      isSent: ({ kind }) => BY_MESSAGE.has(kind) && sendsCodes,
      canTrustDevice: takes.includes('trustDevice'),
    }),
    [offered, sendsCodes, takes, takesPasskeys],
  )
}

/** A person without the authenticator needs another way in: seeds 000 and 002 take backup codes unasked. */
function withAnotherWay(offered: readonly OfferedFactor[]): readonly OfferedFactor[] {
  const factors = offered.length > 0 ? offered : [TOTP]
  return has(factors, 'backup_code') ? factors : [...factors, BACKUP_CODE]
}

function has(factors: readonly OfferedFactor[], kind: Factor): boolean {
  return factors.some((factor) => factor.kind === kind)
}
