import * as z from 'zod/mini'
import type { FailureData, FieldError, OfferedFactor } from '../../errors/failure-data.js'
import type { OperationContext } from '../../errors/operation.js'
import type { AuthUser, Nothing, SessionGrant, SignUpGrant } from '../actions.js'
import type { Challenge, WireAnswer, WireError } from '../backend.js'
import { readJwtClaims } from '../jwt-claims.js'
import { waitSeconds } from '../retry-after.js'
import { secondsUntil } from '../server-time.js'
import { Quantity, Text, tolerant } from '../tolerant.js'
import { CODES } from './codes.js'
import { fieldsInMessage } from './validation-message.js'

const Envelope = z.object({
  success: z.optional(z.unknown()),
  code: Text,
  message: Text,
  error: z.optional(z.unknown()),
  details: z.optional(z.unknown()),
})

const Details = z.object({
  remainingLockoutSeconds: Quantity,
  lockedUntil: Text,
  attemptsRemaining: Quantity,
})

const MfaChallenge = z.object({
  mfaRequired: z.literal(true),
  mfaToken: Text,
  expiresIn: Quantity,
  methods: tolerant(z.array(z.unknown())),
})

const User = z.object({ userId: z.string(), email: Text, firstName: Text, lastName: Text })

const Tokens = z.object({
  accessToken: z.string(),
  refreshToken: Text,
  expiresAt: Text,
  user: z.optional(z.unknown()),
})

const Created = z.looseObject({ user: z.optional(z.unknown()) })

const CODE_WORD = /^[A-Z][A-Z0-9_]{2,63}$/

interface Opened {
  code: string | null
  message: string | null
  details: unknown
}

/** Opens the forms an error arrives in: the SDK's own, nested, with the code in `error`, or with a text alone. */
export function readError(
  answer: WireAnswer,
  context: OperationContext,
  at: number,
): WireError | null {
  const opened = open(answer.body)
  if (!opened) return null
  const { code, message, details } = opened
  return {
    code,
    message,
    data: {
      ...lockoutIn(details, at),
      ...validationIn(opened, answer.status, context),
    },
  }
}

/** MFA required is a 200 (seed 000); so may be an error that a relay passes on without its status. */
export function readChallenge(
  answer: WireAnswer,
  context: OperationContext,
  at: number,
): Challenge | null {
  const challenge = MfaChallenge.safeParse(answer.body)
  if (!challenge.success) {
    return isError(answer.body) ? readError(answer, context, at) : null
  }
  const { mfaToken, expiresIn, methods } = challenge.data
  const factors = (methods ?? []).flatMap(factorOf)
  const lifetime = waitSeconds(expiresIn)
  const data: FailureData = {}
  if (mfaToken) data.challenge = mfaToken
  if (lifetime !== null) data.expiresInSeconds = lifetime
  if (factors.length > 0) data.factors = factors
  return { code: 'MFA_REQUIRED', message: null, data }
}

export function readGrant(body: unknown): SessionGrant | null {
  const tokens = Tokens.safeParse(body)
  if (!tokens.success) return null
  const { accessToken, refreshToken, expiresAt, user } = tokens.data
  return {
    user: readUser(user),
    accessToken,
    refreshToken: refreshToken ?? null,
    expiresInSeconds: secondsUntil(expiresAt, issuedAt(accessToken)) || null,
  }
}

/** A new account, signed in at once or waiting for its address to be verified. */
export function readSignUp(body: unknown): SignUpGrant | null {
  const session = readGrant(body)
  if (session) return { user: session.user, session }
  const created = Created.safeParse(body)
  return created.success ? { user: readUser(created.data.user), session: null } : null
}

/** Any 2xx answer that carried no error. */
export function readNothing(): Nothing {
  return {}
}

/** When the token was made by the server's clock, so that a wrong clock here bends no lifetime. */
function issuedAt(accessToken: string): number {
  const seconds = readJwtClaims(accessToken)?.['iat']
  return typeof seconds === 'number' ? seconds * 1000 : Date.now()
}

function readUser(value: unknown): AuthUser | null {
  const user = User.safeParse(value)
  if (!user.success) return null
  const { userId, email, firstName, lastName } = user.data
  const name = [firstName, lastName].filter(Boolean).join(' ')
  return { id: userId, email: email ?? null, name: name === '' ? null : name, emailVerified: null }
}

function open(body: unknown): Opened | null {
  const envelope = Envelope.safeParse(body)
  if (!envelope.success) return null
  const { code = null, message = null, error, details } = envelope.data
  const inner = Envelope.safeParse(error)
  if (inner.success) {
    return {
      code: inner.data.code ?? code,
      message: inner.data.message ?? message,
      details: inner.data.details ?? details,
    }
  }
  if (typeof error !== 'string' || code !== null) return { code, message, details }
  return message !== null || CODE_WORD.test(error)
    ? { code: error, message, details }
    : { code: null, message: error, details }
}

function isError(body: unknown): boolean {
  const envelope = Envelope.safeParse(body)
  if (!envelope.success) return false
  const { success, error, code } = envelope.data
  return success === false || Boolean(error) || (code != null && Object.hasOwn(CODES, code))
}

/** The lockout status is a call of its own; a relay merges its answer into `details`. */
function lockoutIn(details: unknown, now: number): FailureData {
  const known = Details.safeParse(details)
  if (!known.success) return {}
  const { remainingLockoutSeconds, lockedUntil, attemptsRemaining } = known.data
  const data: FailureData = {}
  const wait = waitSeconds(remainingLockoutSeconds) ?? secondsUntil(lockedUntil, now)
  if (wait !== null) data.retryAfterSeconds = wait
  if (attemptsRemaining != null && attemptsRemaining >= 0)
    data.attemptsRemaining = attemptsRemaining
  return data
}

function validationIn(
  { code, message }: Opened,
  status: number,
  { operation }: OperationContext,
): FailureData {
  const refused = code === 'VALIDATION_ERROR' || (code === null && status === 400)
  if (!refused || message === null) return {}
  const fields = fieldsInMessage(message)
  if (fields.length > 0)
    return { fields: operation === 'password_reset' ? forReset(fields) : fields }
  // A list of issues without field names is no sentence for anybody.
  return code === null || message.trimStart().startsWith('[') ? {} : { description: message }
}

/** The reset form has one password, and it is the new one. */
function forReset(fields: readonly FieldError[]): FieldError[] {
  return fields.map((field) =>
    field.name === 'password' ? { ...field, name: 'newPassword' } : field,
  )
}

function factorOf(method: unknown): OfferedFactor[] {
  return method === 'totp' || method === 'backup_code' ? [{ kind: method }] : []
}
