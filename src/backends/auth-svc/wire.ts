import * as z from 'zod/mini'
import type { FailureData, OfferedFactor } from '../../errors/failure-data.js'
import type { AuthUser, Nothing, SessionGrant, SignUpGrant } from '../actions.js'
import type { Challenge, WireAnswer, WireError } from '../backend.js'
import { fieldError, readFieldErrors } from '../field-errors.js'
import { waitSeconds } from '../retry-after.js'

const Envelope = z.object({
  error: z.object({
    code: z.string(),
    message: z.nullish(z.string()),
    details: z.optional(z.unknown()),
  }),
  meta: z.optional(z.object({ request_id: z.optional(z.string()) })),
})

const Details = z.object({
  field: z.optional(z.string()),
  fields: z.optional(z.unknown()),
  retry_after: z.optional(z.number()),
})

const MfaChallenge = z.object({
  mfaRequired: z.literal(true),
  mfaToken: z.string(),
  availableMethods: z.optional(z.array(z.string())),
})

export const User = z.object({
  id: z.string(),
  email: z.nullish(z.string()),
  firstName: z.nullish(z.string()),
  lastName: z.nullish(z.string()),
  emailVerified: z.optional(z.boolean()),
})

const Tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.optional(z.string()),
  expiresIn: z.optional(z.number()),
  user: z.optional(User),
})

const Created = z.object({ user: User })

/** Opens the envelope `{ data, error, meta }` of seed 001. */
export function readError({ body }: WireAnswer): WireError | null {
  const envelope = Envelope.safeParse(body)
  if (!envelope.success) return null
  const { error, meta } = envelope.data
  const message = error.message ?? null
  return {
    code: error.code,
    message,
    requestId: meta?.request_id ?? null,
    data: dataOf(error.details, message, error.code),
  }
}

/** MFA required is a 200, as a body or as an error code inside the envelope (seed 001, table 1). */
export function readChallenge(answer: WireAnswer): Challenge | null {
  const challenge = MfaChallenge.safeParse(unwrap(answer.body))
  if (!challenge.success) return readError(answer)
  const { mfaToken, availableMethods = ['totp'] } = challenge.data
  return {
    code: 'MFA_REQUIRED',
    message: null,
    data: { challenge: mfaToken, factors: availableMethods.flatMap(factorOf) },
  }
}

export function readGrant(body: unknown): SessionGrant | null {
  const tokens = Tokens.safeParse(unwrap(body))
  if (!tokens.success) return null
  const { accessToken, refreshToken, expiresIn, user } = tokens.data
  return {
    user: user ? toUser(user) : null,
    accessToken,
    refreshToken: refreshToken ?? null,
    expiresInSeconds: expiresIn ?? null,
  }
}

/** A new account, signed in at once or waiting for its address to be verified. */
export function readSignUp(body: unknown): SignUpGrant | null {
  const session = readGrant(body)
  if (session) return { user: session.user, session }
  const created = Created.safeParse(unwrap(body))
  return created.success ? { user: toUser(created.data.user), session: null } : null
}

/** Any 2xx answer that carried no error. */
export function readNothing(): Nothing {
  return {}
}

/** Guide A wraps answers in `data`, guide B does not: both are taken. */
export function unwrap(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'data' in body ? body.data : body
}

export function toUser(user: z.infer<typeof User>): AuthUser {
  const name = [user.firstName, user.lastName].filter(Boolean).join(' ')
  return {
    id: user.id,
    email: user.email ?? null,
    name: name === '' ? null : name,
    emailVerified: user.emailVerified ?? null,
  }
}

function factorOf(method: string): OfferedFactor[] {
  return method === 'totp' || method === 'sms' || method === 'email' || method === 'backup_code'
    ? [{ kind: method }]
    : []
}

function dataOf(details: unknown, message: string | null, code: string): FailureData {
  // Most answers have none, and a schema that fails takes as long as all the rest.
  const known = typeof details === 'object' ? Details.safeParse(details) : null
  if (!known?.success) return { fields: readFieldErrors(details) }
  const { field, fields, retry_after } = known.data
  const data: FailureData = {}
  const wait = waitSeconds(retry_after)
  if (wait !== null) data.retryAfterSeconds = wait
  if (fields !== undefined) data.fields = readFieldErrors(fields)
  // With wrong credentials the field hint would say which half was wrong.
  if (field !== undefined && code !== 'UNAUTHORIZED') {
    data.field = field
    data.fields = [...(data.fields ?? []), fieldError(field, message)]
  }
  return data
}
