import * as z from 'zod/mini'
import type { OfferedFactor } from '../../errors/failure-data.js'
import type { OperationContext } from '../../errors/operation.js'
import type { AuthUser, Nothing, SessionGrant, SignUpGrant } from '../actions.js'
import type { Challenge, WireAnswer, WireError } from '../backend.js'
import { readJwtClaims } from '../jwt-claims.js'
import { readOAuthRedirect } from '../oauth-redirect.js'
import { parseRetryAfter } from '../retry-after.js'
import { Text } from '../tolerant.js'

const Envelope = z.object({
  error: Text,
  error_code: z.string(),
})

const Tokens = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.optional(z.string()),
  expires_in: z.optional(z.number()),
})

// On a redirect address the flag is a text.
const PreAuth = z.object({
  mfa_required: z.union([z.literal(true), z.literal('true')]),
  preauth_token: z.string(),
})

// One field takes either code, so both are always on offer.
const FACTORS: readonly OfferedFactor[] = [{ kind: 'totp' }, { kind: 'backup_code' }]

// The limiter in front of the server answers in plain text.
const LIMITER = /^Too Many Requests! Wait for (\d{1,6})s/

/** Opens the envelope `{ error, error_code, timestamp }` of seed 002, and plain text. */
export function readError(answer: WireAnswer, context: OperationContext): WireError | null {
  if (typeof answer.body === 'string') return readPlainText(answer.body, answer)
  const error = readEnvelope(answer)
  if (error) return error
  return context.operation === 'oauth_callback' ? readOAuthRedirect(answer) : null
}

/** MFA required is a 200 whose token opens nothing but the second step. */
export function readChallenge(answer: WireAnswer, context: OperationContext): Challenge | null {
  const preAuth = PreAuth.safeParse(answer.body)
  if (preAuth.success) return mfaRequired(preAuth.data.preauth_token)
  const tokens = Tokens.safeParse(answer.body)
  if (!tokens.success) return readEnvelope(answer)
  const { access_token, refresh_token, expires_in } = tokens.data
  return isPreAuth(access_token, refresh_token, context)
    ? mfaRequired(access_token, expires_in)
    : null
}

export function readGrant(body: unknown): SessionGrant | null {
  const tokens = Tokens.safeParse(body)
  // An empty refresh token belongs to a half-finished sign-in: never a session.
  if (!tokens.success || tokens.data.refresh_token === '') return null
  const { access_token, refresh_token, expires_in } = tokens.data
  return {
    user: userIn(access_token),
    accessToken: access_token,
    refreshToken: refresh_token ?? null,
    expiresInSeconds: expires_in ?? null,
  }
}

/** A new account has to verify its address first: the answer names nobody and holds no tokens. */
export function readSignUp(): SignUpGrant {
  return { user: null, session: null }
}

/** Any 2xx answer that carried no error. */
export function readNothing(): Nothing {
  return {}
}

function readEnvelope({ body }: WireAnswer): WireError | null {
  const envelope = Envelope.safeParse(body)
  if (!envelope.success) return null
  return { code: envelope.data.error_code, message: envelope.data.error ?? null }
}

/** Text without an envelope; a page of HTML says nothing to the sort. */
function readPlainText(text: string, { header }: WireAnswer): WireError | null {
  if (text.trimStart().startsWith('<')) return null
  // The limiter's own header, of which older versions send no other.
  const waits = [header('x-ratelimit-after'), LIMITER.exec(text)?.[1] ?? null]
    .map((value) => parseRetryAfter(value, 0))
    .filter((seconds) => seconds !== null)
  const error: WireError = { code: null, message: text }
  if (waits.length > 0) error.data = { retryAfterSeconds: Math.max(...waits) }
  return error
}

function isPreAuth(
  accessToken: string,
  refreshToken: string | undefined,
  { operation }: OperationContext,
): boolean {
  if (readJwtClaims(accessToken)?.['mfa_required'] === true) return true
  // After the second factor an empty refresh token closes a SAML sign-in instead.
  return refreshToken === '' && operation !== 'mfa_challenge'
}

function mfaRequired(challenge: string, expiresInSeconds?: number): Challenge {
  return {
    code: null,
    message: null,
    entry: 'mfa_required',
    data: {
      challenge,
      factors: FACTORS,
      ...(expiresInSeconds === undefined ? {} : { expiresInSeconds }),
    },
  }
}

function userIn(accessToken: string): AuthUser | null {
  const { sub, email } = readJwtClaims(accessToken) ?? {}
  if (typeof sub !== 'string') return null
  return {
    id: sub,
    email: typeof email === 'string' ? email : null,
    name: null,
    emailVerified: null,
  }
}
