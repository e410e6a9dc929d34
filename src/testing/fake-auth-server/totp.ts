import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30

/** A one-time password generator by RFC 6238: SHA-1, 6 digits, 30 s, as authenticator apps expect. */
function generator(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Gatewright',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  })
}

/** The code an authenticator app shows at an instant (epoch milliseconds). */
export function totpCode(secret: string, now: number): string {
  return generator(secret).generate({ timestamp: now })
}

/** True for the current code and for its neighbours 30 s either way. */
export function totpMatches(secret: string, code: string, now: number): boolean {
  const token = code.replace(/\s/g, '')
  return (
    /^\d{6}$/.test(token) &&
    generator(secret).validate({ token, timestamp: now, window: 1 }) !== null
  )
}

/** The `otpauth:` address behind an enrolment's QR code. */
export function totpUri(secret: string, email: string): string {
  return generator(secret, email).toString()
}

/** A base32 secret of 20 bytes (RFC 4226 4) that depends on the seed text alone. */
export function totpSecret(seed: string): string {
  // FNV-1a over the seed, then one xorshift step per byte.
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 0x01000193) >>> 0
  const bytes = Uint8Array.from({ length: 20 }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  })
  return new Secret({ buffer: bytes.buffer }).base32
}

/**
 * Checks a base32 secret given by a test or story.
 *
 * @throws when it holds a character outside the base32 alphabet.
 */
export function requireTotpSecret(email: string, secret: string): string {
  try {
    Secret.fromBase32(secret)
  } catch {
    throw new Error(
      `Gatewright: the account ${email} has a TOTP secret that is not base32. ` +
        `Use letters A to Z and digits 2 to 7, for example 'JBSWY3DPEHPK3PXP'.`,
    )
  }
  return secret
}
