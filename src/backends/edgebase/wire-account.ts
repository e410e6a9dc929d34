import * as z from 'zod/mini'
import type {
  AuthUser,
  DeviceSession,
  Identity,
  MfaFactor,
  Nothing,
  Passkey,
  SessionGrant,
  SignInContext,
  TotpEnrolment,
  WebAuthnJson,
} from '../actions.js'
import { epochMilliseconds } from '../instant.js'
import { readGrant, toUser, User } from './wire.js'

const Profile = z.object({ user: User })

const Factors = z.object({
  factors: z.array(z.object({ id: z.string(), type: z.string(), verified: z.boolean() })),
})

const Enrolment = z.object({
  factorId: z.string(),
  secret: z.string(),
  qrCodeUri: z.string(),
  recoveryCodes: z.array(z.string()),
})

const Ceremony = z.object({ options: z.record(z.string(), z.unknown()) })

const Passkeys = z.object({
  passkeys: z.array(
    z.object({
      credentialId: z.string(),
      createdAt: z.optional(z.unknown()),
    }),
  ),
})

const Sessions = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      ip: z.nullish(z.string()),
      userAgent: z.nullish(z.string()),
      createdAt: z.optional(z.unknown()),
      lastActiveAt: z.optional(z.unknown()),
    }),
  ),
})

const Identities = z.object({
  identities: z.array(
    z.object({ id: z.string(), provider: z.string(), canUnlink: z.optional(z.boolean()) }),
  ),
})

const LinkStarted = z.object({ redirectUrl: z.string() })

const Navigation = z.object({ url: z.string() })

const Config = z.object({ captcha: z.nullish(z.object({ siteKey: z.string() })) })

export function readUser(body: unknown): { user: AuthUser } | null {
  const profile = Profile.safeParse(body)
  return profile.success ? { user: toUser(profile.data.user) } : null
}

/** A changed password comes with a new session; any other success does without. */
export function readGrantOrNothing(body: unknown): SessionGrant | Nothing {
  return readGrant(body) ?? {}
}

export function readFactors(
  body: unknown,
): { enabled: boolean; factors: readonly MfaFactor[] } | null {
  const listed = Factors.safeParse(body)
  if (!listed.success) return null
  const factors = listed.data.factors
    .filter(({ type }) => type === 'totp')
    .map(({ id, verified }): MfaFactor => ({ id, kind: 'totp', label: null, verified }))
  return { enabled: factors.some(({ verified }) => verified), factors }
}

export function readTotpEnrolment(body: unknown): TotpEnrolment | null {
  const enrolment = Enrolment.safeParse(body)
  if (!enrolment.success) return null
  const { factorId, secret, qrCodeUri: uri, recoveryCodes: backupCodes } = enrolment.data
  return { secret, uri, backupCodes, factorId }
}

/** The codes came with the enrolment already. */
export function readConfirmation(): { backupCodes: readonly string[] } {
  return { backupCodes: [] }
}

export function readCeremony(body: unknown): { options: WebAuthnJson } | null {
  const ceremony = Ceremony.safeParse(body)
  return ceremony.success ? { options: ceremony.data.options } : null
}

export function readPasskeys(body: unknown): { passkeys: readonly Passkey[] } | null {
  const listed = Passkeys.safeParse(body)
  if (!listed.success) return null
  // Passkeys are deleted by credential, so the credential is the id.
  return {
    passkeys: listed.data.passkeys.map(({ credentialId, createdAt }) => ({
      id: credentialId,
      credentialId,
      name: null,
      createdAt: epochMilliseconds(createdAt),
    })),
  }
}

export function readSessions(body: unknown): { sessions: readonly DeviceSession[] } | null {
  const listed = Sessions.safeParse(body)
  if (!listed.success) return null
  return {
    sessions: listed.data.sessions.map((session) => ({
      id: session.id,
      current: null,
      userAgent: session.userAgent ?? null,
      ipAddress: session.ip ?? null,
      createdAt: epochMilliseconds(session.createdAt),
      lastActiveAt: epochMilliseconds(session.lastActiveAt),
    })),
  }
}

export function readIdentities(body: unknown): { identities: readonly Identity[] } | null {
  const listed = Identities.safeParse(body)
  if (!listed.success) return null
  return {
    identities: listed.data.identities.map(({ id, provider, canUnlink }) => ({
      id,
      provider,
      canUnlink: canUnlink ?? null,
    })),
  }
}

export function readLinkUrl(body: unknown): { url: string } | null {
  const started = LinkStarted.safeParse(body)
  return started.success ? { url: started.data.redirectUrl } : null
}

export function readNavigation(body: unknown): { url: string } | null {
  const navigation = Navigation.safeParse(body)
  return navigation.success ? { url: navigation.data.url } : null
}

export function readConfig(body: unknown): SignInContext | null {
  const config = Config.safeParse(body)
  if (!config.success) return null
  return {
    captchaSiteKey: config.data.captcha?.siteKey ?? null,
    providers: [],
    organization: null,
  }
}
