import * as z from 'zod/mini'
import type { FailureData, FieldError, OfferedFactor } from '../../errors/failure-data.js'
import type { OperationContext } from '../../errors/operation.js'
import type { AuthUser, Nothing, SessionGrant, SignUpGrant } from '../actions.js'
import type { Challenge, WireAnswer, WireError } from '../backend.js'
import { waitSeconds } from '../retry-after.js'
import { secondsUntil, serverTime } from '../server-time.js'
import { CODES } from './codes.js'
import { readValidationMessage } from './validation-message.js'

const Envelope = z.object({
  code: z.nullish(z.string()),
  message: z.nullish(z.string()),
})

const OAuthError = z.object({
  error: z.string(),
  error_description: z.nullish(z.string()),
})

const MfaChallenge = z.object({
  twoFactorRedirect: z.literal(true),
  twoFactorMethods: z.optional(z.unknown()),
})

export const User = z.object({
  id: z.string(),
  email: z.nullish(z.string()),
  name: z.nullish(z.string()),
  emailVerified: z.nullish(z.boolean()),
})

const SignedInBody = z.object({ user: User })
const SessionBody = z.object({ session: z.object({}), user: z.optional(User) })
const NewAccount = z.object({ token: z.nullish(z.string()), user: User })

/** Opens `{ message, code }`, or `{ error, error_description }` of the device endpoints. */
export function readError(answer: WireAnswer, context: OperationContext): WireError | null {
  const oauth = OAuthError.safeParse(answer.body)
  if (oauth.success) {
    const { error, error_description } = oauth.data
    return { code: error, message: error_description ?? null }
  }
  const envelope = Envelope.safeParse(answer.body)
  if (!envelope.success) return null
  const code = envelope.data.code ?? null
  const message = envelope.data.message ?? null
  if (code === null && message === null) return null
  return { code, message, data: dataOf(code, message, answer, context) }
}

/** MFA required is a 200; so is "nobody is signed in", whose whole body is `null`. */
export function readChallenge({ body }: WireAnswer, context: OperationContext): Challenge | null {
  if (body === null && context.operation === 'silent_auth') return signedOut('session_missing')
  if (body === null && context.operation === 'refresh') return signedOut('session_expired')
  const challenge = MfaChallenge.safeParse(body)
  if (!challenge.success) return null
  return {
    code: null,
    message: null,
    entry: 'mfa_required',
    // A cookie carries the challenge.
    data: { challenge: '', factors: factorsOf(challenge.data.twoFactorMethods) },
  }
}

/** The session is in a cookie, so the `token` beside the user is left alone. */
export function readGrant(body: unknown): SessionGrant | null {
  const signedIn = SignedInBody.safeParse(body)
  if (signedIn.success) return grantTo(toUser(signedIn.data.user))
  return SessionBody.safeParse(body).success ? grantTo(null) : null
}

/** A new account, signed in at once or, without a token, waiting for its address to be verified. */
export function readSignUp(body: unknown): SignUpGrant | null {
  const created = NewAccount.safeParse(body)
  if (!created.success) return null
  const user = toUser(created.data.user)
  return { user, session: created.data.token ? grantTo(user) : null }
}

/** Every success of Better Auth is an object; anything else came from somewhere between. */
export function readNothing(body: unknown): Nothing | null {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? {} : null
}

export function toUser({ id, email, name, emailVerified }: z.infer<typeof User>): AuthUser {
  return {
    id,
    email: email ?? null,
    name: name ? name : null,
    emailVerified: emailVerified ?? null,
  }
}

function grantTo(user: AuthUser | null): SessionGrant {
  return { user, accessToken: null, refreshToken: null, expiresInSeconds: null }
}

function signedOut(entry: 'session_missing' | 'session_expired'): Challenge {
  return { code: null, message: null, entry }
}

/** Backup codes are never listed though they always work. */
function factorsOf(methods: unknown): OfferedFactor[] {
  const listed = new Set(Array.isArray(methods) ? methods : [])
  const factors: OfferedFactor[] = []
  if (listed.has('totp')) factors.push({ kind: 'totp' })
  if (listed.has('otp')) factors.push({ kind: 'email' })
  return [...factors, { kind: 'backup_code' }]
}

function dataOf(
  code: string | null,
  message: string | null,
  answer: WireAnswer,
  context: OperationContext,
): FailureData {
  const facts = answer.body as Readonly<Record<string, unknown>>
  const fields = readValidationMessage(code, message)
  const at = serverTime(answer)
  const wait =
    waitSeconds(facts['retryAfterSeconds']) ??
    (at === null ? null : secondsUntil(facts['lockedUntil'], at))
  const attempts = wholeNumber(facts['attemptsRemaining'])
  const description = ownWords(code, message, fields)
  return {
    ...(fields.length > 0 ? { fields } : {}),
    ...(wait === null ? {} : { retryAfterSeconds: wait }),
    ...(attempts === null ? {} : { attemptsRemaining: attempts }),
    ...(code === 'MFA_ENROLMENT_REQUIRED' ? { factors: enrollable(facts['methods']) } : {}),
    ...(context.factor === undefined ? {} : { factor: context.factor }),
    ...(description === null ? {} : { description }),
  }
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}

function enrollable(methods: unknown): OfferedFactor[] {
  return factorsOf(methods).filter(({ kind }) => kind !== 'backup_code')
}

/** What a server's own hook or validator has to say; the words of Better Auth have codes. */
function ownWords(
  code: string | null,
  message: string | null,
  fields: readonly FieldError[],
): string | null {
  if (message === null || message.startsWith('[') || fields.length > 0) return null
  const known = code !== null && code !== 'VALIDATION_ERROR' && Object.hasOwn(CODES, code)
  return known ? null : message
}
