import * as z from 'zod/mini'
import type {
  AuthUser,
  DeviceAuthorization,
  DeviceSession,
  Identity,
  MfaFactor,
  Passkey,
  SessionGrant,
  TotpEnrolment,
  WebAuthnJson,
} from '../actions.js'
import { epochMilliseconds } from '../instant.js'
import { readNothing, toUser, User } from './wire.js'

const SessionBody = z.object({ user: User })
const MfaBody = z.object({ user: z.object({ twoFactorEnabled: z.nullish(z.boolean()) }) })
const Enrolment = z.object({ totpURI: z.string(), backupCodes: z.optional(z.array(z.string())) })
const BackupCodes = z.object({ backupCodes: z.array(z.string()) })
const Redirect = z.object({ url: z.string().check(z.minLength(1)) })
const WebAuthnOptions = z.object({ challenge: z.string() })

const Passkeys = z.array(
  z.object({
    id: z.string(),
    credentialID: z.nullish(z.string()),
    name: z.nullish(z.string()),
    createdAt: z.nullish(z.string()),
  }),
)

const Accounts = z.array(z.object({ id: z.string(), providerId: z.string() }))

const Sessions = z.array(
  z.object({
    token: z.string(),
    userAgent: z.nullish(z.string()),
    ipAddress: z.nullish(z.string()),
    createdAt: z.nullish(z.string()),
    updatedAt: z.nullish(z.string()),
  }),
)

const CurrentSession = z.object({ session: z.object({ token: z.string() }) })

const DeviceCode = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  expires_in: z.number(),
  interval: z.optional(z.number()),
})

const DeviceToken = z.object({ access_token: z.string(), expires_in: z.optional(z.number()) })

export function readUser(body: unknown): { user: AuthUser } | null {
  const read = SessionBody.safeParse(body)
  return read.success ? { user: toUser(read.data.user) } : null
}

/** `/update-user` says no more than that it is done. */
export function readProfile(body: unknown): { user: AuthUser | null } | null {
  return readNothing(body) && { user: null }
}

/** The session tells whether a second factor is on, but not which. */
export function readMfaStatus(
  body: unknown,
): { enabled: boolean; factors: readonly MfaFactor[] } | null {
  const read = MfaBody.safeParse(body)
  return read.success ? { enabled: read.data.user.twoFactorEnabled === true, factors: [] } : null
}

export function readTotpEnrolment(body: unknown): TotpEnrolment | null {
  const read = Enrolment.safeParse(body)
  if (!read.success) return null
  const { totpURI, backupCodes = [] } = read.data
  const secret = secretIn(totpURI)
  return secret === null ? null : { secret, uri: totpURI, backupCodes, factorId: null }
}

export function readBackupCodes(body: unknown): { backupCodes: readonly string[] } | null {
  const read = BackupCodes.safeParse(body)
  return read.success ? read.data : null
}

export function readOptions(body: unknown): { options: WebAuthnJson } | null {
  return WebAuthnOptions.safeParse(body).success ? { options: body as WebAuthnJson } : null
}

export function readPasskeys(body: unknown): { passkeys: readonly Passkey[] } | null {
  const read = Passkeys.safeParse(body)
  if (!read.success) return null
  return {
    passkeys: read.data.map(({ id, credentialID, name, createdAt }) => ({
      id,
      ...(credentialID ? { credentialId: credentialID } : {}),
      name: name ?? null,
      createdAt: epochMilliseconds(createdAt),
    })),
  }
}

export function readRedirect(body: unknown): { url: string } | null {
  const read = Redirect.safeParse(body)
  return read.success ? read.data : null
}

/** The last account cannot be unlinked unless the server was told to allow it. */
export function readIdentities(body: unknown): { identities: readonly Identity[] } | null {
  const read = Accounts.safeParse(body)
  if (!read.success) return null
  const canUnlink = read.data.length > 1
  return {
    identities: read.data.map(({ id, providerId }) => ({
      id,
      // Better Auth's word for the account's own password.
      provider: providerId === 'credential' ? 'password' : providerId,
      canUnlink,
    })),
  }
}

/** `/revoke-session` names a session by its token, which is of no use without the cookie's signature. */
export function readSessions(body: unknown): { sessions: readonly DeviceSession[] } | null {
  const read = Sessions.safeParse(body)
  if (!read.success) return null
  return {
    sessions: read.data.map((session) => ({
      id: session.token,
      current: null,
      userAgent: session.userAgent ? session.userAgent : null,
      ipAddress: session.ipAddress ? session.ipAddress : null,
      createdAt: epochMilliseconds(session.createdAt),
      lastActiveAt: epochMilliseconds(session.updatedAt),
    })),
  }
}

/** A session goes by its token here, in the list as when it is revoked. */
export function readCurrentSession(body: unknown): { id: string } | null {
  const read = CurrentSession.safeParse(body)
  return read.success ? { id: read.data.session.token } : null
}

export function readDeviceAuthorization(body: unknown): DeviceAuthorization | null {
  const read = DeviceCode.safeParse(body)
  if (!read.success) return null
  return {
    deviceCode: read.data.device_code,
    userCode: read.data.user_code,
    verificationUri: read.data.verification_uri,
    expiresInSeconds: read.data.expires_in,
    // RFC 8628 3.2.
    intervalSeconds: read.data.interval ?? 5,
  }
}

/** A device keeps no cookie: its session is this token. */
export function readDeviceGrant(body: unknown): SessionGrant | null {
  const read = DeviceToken.safeParse(body)
  if (!read.success) return null
  return {
    user: null,
    accessToken: read.data.access_token,
    refreshToken: null,
    expiresInSeconds: read.data.expires_in ?? null,
  }
}

function secretIn(uri: string): string | null {
  try {
    return new URL(uri).searchParams.get('secret')
  } catch {
    return null
  }
}
