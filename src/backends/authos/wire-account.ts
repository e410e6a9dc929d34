import * as z from 'zod/mini'
import type {
  AuthUser,
  DeviceAuthorization,
  Identity,
  MfaFactor,
  Passkey,
  SignInContext,
  SsoRoute,
  TotpEnrolment,
  TrustedDevice,
  WebAuthnJson,
} from '../actions.js'
import { epochMilliseconds } from '../instant.js'

const Profile = z.object({
  id: z.string(),
  email: z.nullish(z.string()),
  email_verified_at: z.nullish(z.string()),
})

const MfaStatus = z.object({ enabled: z.boolean() })

const Enrolment = z.object({ secret: z.string(), qr_code_uri: z.string() })

const BackupCodes = z.object({ backup_codes: z.array(z.string()) })

const Ceremony = z.object({
  challenge_id: z.string(),
  options: z.object({ publicKey: z.record(z.string(), z.unknown()) }),
})

const Passkeys = z.array(
  z.object({
    id: z.string(),
    name: z.nullish(z.string()),
    created_at: z.nullish(z.string()),
  }),
)

const Devices = z.object({
  devices: z.array(
    z.object({
      id: z.string(),
      device_name: z.nullish(z.string()),
      last_used_at: z.nullish(z.string()),
      is_trusted: z.boolean(),
    }),
  ),
})

const Identities = z.array(z.object({ provider: z.string() }))

const Authorization = z.object({ authorization_url: z.string() })

const Navigation = z.object({ url: z.string() })

const Lookup = z.object({
  connection_id: z.nullish(z.string()),
  provider_name: z.nullish(z.string()),
  auth_method: z.enum(['upstream', 'password', 'oauth']),
})

const Context = z.object({
  organization: z.nullish(z.object({ name: z.string() })),
  available_providers: z.array(z.string()),
})

const DeviceCode = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  expires_in: z.number(),
  interval: z.number(),
})

const DeviceContext = z.object({ available_providers: z.array(z.string()) })

export function readUser(body: unknown): { user: AuthUser } | null {
  const profile = Profile.safeParse(body)
  if (!profile.success) return null
  const { id, email, email_verified_at: verifiedAt } = profile.data
  return {
    user: {
      id,
      email: email ?? null,
      name: null,
      emailVerified: verifiedAt === undefined ? null : verifiedAt !== null,
    },
  }
}

export function readMfaStatus(
  body: unknown,
): { enabled: boolean; factors: readonly MfaFactor[] } | null {
  const status = MfaStatus.safeParse(body)
  if (!status.success) return null
  const { enabled } = status.data
  // The server knows one authenticator app for each account and gives it no id.
  const factors: MfaFactor[] = enabled
    ? [{ id: 'totp', kind: 'totp', label: null, verified: true }]
    : []
  return { enabled, factors }
}

export function readTotpEnrolment(body: unknown): TotpEnrolment | null {
  const enrolment = Enrolment.safeParse(body)
  if (!enrolment.success) return null
  const { secret, qr_code_uri: uri } = enrolment.data
  return { secret, uri, backupCodes: [], factorId: null }
}

export function readBackupCodes(body: unknown): { backupCodes: readonly string[] } | null {
  const codes = BackupCodes.safeParse(body)
  return codes.success ? { backupCodes: codes.data.backup_codes } : null
}

export function readCeremony(body: unknown): { options: WebAuthnJson; challengeId: string } | null {
  const ceremony = Ceremony.safeParse(body)
  if (!ceremony.success) return null
  return { options: ceremony.data.options.publicKey, challengeId: ceremony.data.challenge_id }
}

export function readPasskeys(body: unknown): { passkeys: readonly Passkey[] } | null {
  const listed = Passkeys.safeParse(body)
  if (!listed.success) return null
  return {
    passkeys: listed.data.map(({ id, name, created_at: createdAt }) => ({
      id,
      name: name ?? null,
      createdAt: epochMilliseconds(createdAt),
    })),
  }
}

export function readDevices(body: unknown): { devices: readonly TrustedDevice[] } | null {
  const listed = Devices.safeParse(body)
  if (!listed.success) return null
  return {
    devices: listed.data.devices.map((device) => ({
      id: device.id,
      name: device.device_name ?? null,
      lastUsedAt: epochMilliseconds(device.last_used_at),
      trusted: device.is_trusted,
    })),
  }
}

export function readIdentities(body: unknown): { identities: readonly Identity[] } | null {
  const listed = Identities.safeParse(body)
  if (!listed.success) return null
  // Links are undone by provider, so the provider is the id.
  return {
    identities: listed.data.map(({ provider }) => ({ id: provider, provider, canUnlink: null })),
  }
}

export function readAuthorizationUrl(body: unknown): { url: string } | null {
  const authorization = Authorization.safeParse(body)
  return authorization.success ? { url: authorization.data.authorization_url } : null
}

export function readNavigation(body: unknown): { url: string } | null {
  const navigation = Navigation.safeParse(body)
  return navigation.success ? { url: navigation.data.url } : null
}

export function readSsoRoute(body: unknown): SsoRoute | null {
  const lookup = Lookup.safeParse(body)
  if (!lookup.success) return null
  const { auth_method: method, connection_id, provider_name } = lookup.data
  return {
    method: method === 'upstream' ? 'sso' : method,
    connectionId: connection_id ?? null,
    providerName: provider_name ?? null,
  }
}

export function readSignInContext(body: unknown): SignInContext | null {
  const context = Context.safeParse(body)
  if (!context.success) return null
  return {
    captchaSiteKey: null,
    providers: context.data.available_providers,
    organization: context.data.organization?.name ?? null,
  }
}

export function readDeviceAuthorization(body: unknown): DeviceAuthorization | null {
  const started = DeviceCode.safeParse(body)
  if (!started.success) return null
  return {
    deviceCode: started.data.device_code,
    userCode: started.data.user_code,
    verificationUri: started.data.verification_uri,
    expiresInSeconds: started.data.expires_in,
    intervalSeconds: started.data.interval,
  }
}

export function readDeviceProviders(body: unknown): { providers: readonly string[] } | null {
  const context = DeviceContext.safeParse(body)
  return context.success ? { providers: context.data.available_providers } : null
}
