/** A request or an answer that carries nothing. */
export type Nothing = Record<string, never>

/** One input the server refuses, named as the kit's forms name it. */
export interface FieldRefusal {
  name:
    | 'email'
    | 'password'
    | 'newPassword'
    | 'currentPassword'
    | 'code'
    | 'challenge'
    | 'reauthentication'
    | 'phone'
  reason: 'required' | 'format' | 'too_short'
  min?: number
}

export type SecondFactor = 'totp' | 'backup_code'

/** Where a one-time code is sent. */
export type CodeChannel = 'email' | 'sms'

/** Everything a server may refuse, before a dialect puts it into a backend's words. Waits are in seconds. */
export interface Refusals {
  fields: { fields: readonly FieldRefusal[] }
  malformed_body: unknown
  wrong_credentials: unknown
  wrong_current_password: unknown
  locked: { seconds: number }
  rate_limited: {
    scope: 'sign_in' | 'sign_up' | 'mail' | 'email_code' | 'sms_code'
    seconds: number
  }
  disabled: { status: 'disabled' | 'suspended' }
  unverified: unknown
  must_reset: unknown
  oauth_only: unknown
  captcha_required: { siteKey: string }
  captcha_failed: { siteKey: string }
  taken: unknown
  code_wrong: { factor: SecondFactor | CodeChannel }
  sent_code_dead: { channel: CodeChannel; reason: 'expired' | 'too_many_tries' }
  challenge_expired: unknown
  challenge_unknown: unknown
  mfa_not_enrolled: unknown
  mfa_already_enrolled: unknown
  backup_codes_spent: unknown
  link: {
    link: 'verify_email' | 'reset_password' | 'magic_link'
    reason: 'missing' | 'unknown' | 'expired' | 'used'
  }
  access_token: { reason: 'missing' | 'invalid' | 'expired' | 'revoked' }
  refresh_token: { reason: 'missing' | 'invalid' | 'expired' | 'revoked' | 'reused' }
  session_unknown: unknown
  user_unknown: unknown
  route_unknown: unknown
}

export type RefusalName = keyof Refusals

/** A refusal with its facts. */
export type Refusal = { [R in RefusalName]: { is: R } & Refusals[R] }[RefusalName]

/** Ends an action; the dialect writes what the refusal looks like on the wire. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.is)
    this.refusal = refusal
  }
}

/** Refuses the action at hand. */
export function refuse<R extends RefusalName>(
  is: R,
  ...[facts]: unknown extends Refusals[R] ? [] : [facts: Refusals[R]]
): never {
  throw new Refused(Object.assign({ is }, facts) as Refusal)
}
