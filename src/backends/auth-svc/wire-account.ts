import * as z from 'zod/mini'
import type { AuthUser, DeviceSession, TotpEnrolment } from '../actions.js'
import { epochMilliseconds } from '../instant.js'
import { toUser, unwrap, User } from './wire.js'

const Enrolment = z.object({
  secret: z.string(),
  otpauthUrl: z.string(),
  backupCodes: z.optional(z.array(z.string())),
})

const BackupCodes = z.object({ backupCodes: z.optional(z.array(z.string())) })

const Sessions = z.array(
  z.object({
    id: z.string(),
    current: z.optional(z.boolean()),
    userAgent: z.nullish(z.string()),
    ipAddress: z.nullish(z.string()),
    createdAt: z.nullish(z.string()),
    lastActiveAt: z.nullish(z.string()),
  }),
)

export { readNothing } from './wire.js'

export function readUser(body: unknown): { user: AuthUser } | null {
  const user = User.safeParse(unwrap(body))
  return user.success ? { user: toUser(user.data) } : null
}

export function readTotpEnrolment(body: unknown): TotpEnrolment | null {
  const enrolment = Enrolment.safeParse(unwrap(body))
  if (!enrolment.success) return null
  const { secret, otpauthUrl, backupCodes = [] } = enrolment.data
  return { secret, uri: otpauthUrl, backupCodes, factorId: null }
}

export function readBackupCodes(body: unknown): { backupCodes: readonly string[] } | null {
  const codes = BackupCodes.safeParse(unwrap(body) ?? {})
  return codes.success ? { backupCodes: codes.data.backupCodes ?? [] } : null
}

export function readSessions(body: unknown): { sessions: readonly DeviceSession[] } | null {
  const data = unwrap(body)
  const listed = Sessions.safeParse(
    typeof data === 'object' && data !== null && 'sessions' in data ? data.sessions : data,
  )
  if (!listed.success) return null
  return {
    sessions: listed.data.map((session) => ({
      id: session.id,
      current: session.current ?? null,
      userAgent: session.userAgent ?? null,
      ipAddress: session.ipAddress ?? null,
      createdAt: epochMilliseconds(session.createdAt),
      lastActiveAt: epochMilliseconds(session.lastActiveAt),
    })),
  }
}
