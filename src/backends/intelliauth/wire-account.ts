import * as z from 'zod/mini'
import type { MfaFactor, Nothing, SessionGrant, TotpEnrolment, WebAuthnJson } from '../actions.js'
import { Text, tolerant } from '../tolerant.js'
import { factorOf } from './factor.js'
import { readGrant, readNothing, unwrap } from './wire.js'

const Factors = z.array(z.object({ id: z.string(), kind: z.string(), label: Text }))

const Enrolment = z.object({ secret: z.string(), uri: z.string() })

const BackupCodes = z.object({
  backup_codes: tolerant(z.array(z.string())),
})

const PasskeyOptions = z.looseObject({ challenge: z.string() })

const Address = z.object({ url: z.string() })

/** Where the browser goes to sign in. */
export function readAddress(body: unknown): { url: string } | null {
  return Address.safeParse(body).data ?? null
}

/** What a passkey has to sign; the reference shows the challenge and cuts off the rest. */
export function readPasskeyOptions(body: unknown): { options: WebAuthnJson } | null {
  const options = PasskeyOptions.safeParse(unwrap(body)).data
  return options ? { options } : null
}

/** The factors of a flow; those the kit cannot show are left out. */
export function readFactors(body: unknown): { factors: readonly MfaFactor[] } | null {
  const listed = Factors.safeParse(unwrap(body))
  if (!listed.success) return null
  const factors = listed.data.flatMap(({ id, kind, label }): MfaFactor[] => {
    const factor = factorOf(kind)
    return factor ? [{ id, kind: factor, label: label ?? null, verified: true }] : []
  })
  return { factors }
}

export function readTotpEnrolment(body: unknown): TotpEnrolment | null {
  const enrolment = Enrolment.safeParse(unwrap(body))
  if (!enrolment.success) return null
  const { secret, uri } = enrolment.data
  return { secret, uri, backupCodes: [], factorId: null }
}

/** A finished enrolment; whether backup codes come with it the reference does not say. */
export function readBackupCodes(body: unknown): { backupCodes: readonly string[] } {
  const codes = BackupCodes.safeParse(unwrap(body))
  return { backupCodes: codes.data?.backup_codes ?? [] }
}

/** The raised level travels in a new access token, here or with the next refresh. */
export function readStepUp(body: unknown): SessionGrant | Nothing {
  return readGrant(body) ?? readNothing()
}
