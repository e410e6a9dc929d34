import type { Factor } from '../../errors/operation.js'

/** IntelliAuth's factor kinds; its pages name some of them twice. */
const FACTORS: ReadonlyMap<unknown, Factor> = new Map<unknown, Factor>([
  ['totp', 'totp'],
  ['webauthn', 'webauthn'],
  ['sms', 'sms'],
  ['email', 'email'],
  ['email_otp', 'email'],
  ['backup_code', 'backup_code'],
  ['recovery_code', 'backup_code'],
  ['recovery_codes', 'backup_code'],
])

/** The factor a wire kind stands for, or undefined for one the kit does not know. */
export function factorOf(kind: unknown): Factor | undefined {
  return FACTORS.get(kind)
}
