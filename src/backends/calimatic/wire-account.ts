import * as z from 'zod/mini'
import type {
  DeviceSession,
  LockoutStatus,
  MfaFactor,
  PasswordPolicy,
  TotpEnrolment,
} from '../actions.js'
import { epochMilliseconds } from '../instant.js'
import { waitSeconds } from '../retry-after.js'
import { secondsUntil } from '../server-time.js'
import { Quantity, Text, tolerant } from '../tolerant.js'

const Flag = tolerant(z.boolean())

const MfaStatus = z.object({ enabled: z.boolean() })

const Enrolment = z.object({ secret: z.string(), otpauthUri: z.string() })

const BackupCodes = z.object({ backupCodes: z.array(z.string()) })

const BackupCodeCount = z.object({ remaining: z.number() })

const Lockout = z.object({
  locked: z.boolean(),
  remainingLockoutSeconds: Quantity,
  lockedUntil: Text,
  attemptsRemaining: Quantity,
})

// The reference documents the path alone; these are the names such objects carry.
const Policy = z.object({
  minLength: Quantity,
  maxLength: Quantity,
  requireUppercase: Flag,
  requireLowercase: Flag,
  requireNumbers: Flag,
  requireSpecialChars: Flag,
})

const REQUIREMENTS = [
  ['requireUppercase', 'uppercase'],
  ['requireLowercase', 'lowercase'],
  ['requireNumbers', 'digit'],
  ['requireSpecialChars', 'special'],
] as const

const Sessions = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      ipAddress: Text,
      userAgent: Text,
      createdAt: Text,
      lastActiveAt: Text,
    }),
  ),
})

export { readNothing } from './wire.js'

export function readMfaStatus(
  body: unknown,
): { enabled: boolean; factors: readonly MfaFactor[] } | null {
  const status = MfaStatus.safeParse(body)
  if (!status.success) return null
  const { enabled } = status.data
  // An account has one factor here, and it has no handle.
  const totp: MfaFactor = { id: 'totp', kind: 'totp', label: null, verified: true }
  return { enabled, factors: enabled ? [totp] : [] }
}

export function readTotpEnrolment(body: unknown): TotpEnrolment | null {
  const enrolment = Enrolment.safeParse(body)
  if (!enrolment.success) return null
  const { secret, otpauthUri } = enrolment.data
  return { secret, uri: otpauthUri, backupCodes: [], factorId: null }
}

export function readBackupCodes(body: unknown): { backupCodes: readonly string[] } | null {
  return BackupCodes.safeParse(body).data ?? null
}

export function readBackupCodeCount(body: unknown): { remaining: number } | null {
  return BackupCodeCount.safeParse(body).data ?? null
}

export function readLockout(body: unknown): LockoutStatus | null {
  const status = Lockout.safeParse(body)
  if (!status.success) return null
  const { locked, remainingLockoutSeconds, lockedUntil, attemptsRemaining } = status.data
  return {
    locked,
    remainingSeconds: waitSeconds(remainingLockoutSeconds) ?? secondsUntil(lockedUntil, Date.now()),
    attemptsRemaining: attemptsRemaining ?? null,
  }
}

export function readPasswordPolicy(body: unknown): PasswordPolicy | null {
  const policy = Policy.safeParse(body)
  if (!policy.success) return null
  return {
    minLength: policy.data.minLength ?? null,
    maxLength: policy.data.maxLength ?? null,
    requires: REQUIREMENTS.flatMap(([flag, kind]) => (policy.data[flag] === true ? [kind] : [])),
  }
}

export function readSessions(body: unknown): { sessions: readonly DeviceSession[] } | null {
  const listed = Sessions.safeParse(body)
  if (!listed.success) return null
  return {
    sessions: listed.data.sessions.map((session): DeviceSession => ({
      id: session.id,
      current: null,
      userAgent: session.userAgent ?? null,
      ipAddress: session.ipAddress ?? null,
      createdAt: epochMilliseconds(session.createdAt),
      lastActiveAt: epochMilliseconds(session.lastActiveAt),
    })),
  }
}
