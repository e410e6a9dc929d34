import * as z from 'zod/mini'
import type { FailureData, FieldError, OfferedFactor } from '../../errors/failure-data.js'
import type { Operation, OperationContext } from '../../errors/operation.js'
import type { AuthUser, Nothing, SessionGrant, SignUpGrant } from '../actions.js'
import type { Challenge, WireAnswer, WireError } from '../backend.js'
import { fieldError } from '../field-errors.js'
import { readJwtClaims } from '../jwt-claims.js'
import { readOAuthRedirect } from '../oauth-redirect.js'
import { Quantity, Text, tolerant } from '../tolerant.js'
import { passwordField } from './codes.js'

// `code` repeats the HTTP status; the words are `slug` and, from the bearer middleware, `error`.
const Envelope = z.object({
  code: Quantity,
  message: Text,
  slug: Text,
  error: Text,
  data: tolerant(
    z.object({
      captcha_required: tolerant(z.boolean()),
      password: tolerant(z.object({ message: z.string() })),
    }),
  ),
})

const MIDDLEWARE_WORD = /^(?:TOKEN|AUTH)_[A-Z_]{1,40}$/

const MfaChallenge = z.object({
  mfaRequired: z.literal(true),
  mfaTicket: z.string(),
  factors: tolerant(z.array(z.object({ id: z.optional(z.string()), type: z.string() }))),
})

export const User = z.object({
  id: z.string(),
  email: z.nullish(z.string()),
  displayName: z.nullish(z.string()),
  verified: z.optional(z.boolean()),
})

const Session = z.object({
  user: z.optional(User),
  accessToken: z.string().check(z.minLength(1)),
  refreshToken: z.string(),
})

// The same two tokens as the server writes them behind the `#` of an OAuth redirect.
const RedirectSession = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.string(),
})

/** Opens the envelope `{ code, message, slug?, data?, error? }`. */
export function readError(answer: WireAnswer, context: OperationContext): WireError | null {
  const envelope = Envelope.safeParse(answer.body)
  if (!envelope.success) return null
  const { slug, error, data, message = null } = envelope.data
  const code = slug || middlewareWord(error) || (data?.captcha_required ? 'captcha_required' : null)
  if (code === null && message === null) {
    return context.operation === 'oauth_callback' ? readOAuthRedirect(answer) : null
  }
  if (data?.captcha_required) {
    return { code, message, data: captchaAction(message ?? '', context) }
  }
  const fields = data?.password
    ? [policyError(passwordField(context.operation), data.password.message)]
    : answer.status === 400 && code === null
      ? schemaErrors(message ?? '')
      : []
  return { code, message, data: fields.length > 0 ? { fields } : {} }
}

/** MFA required is a 200 with a ticket; a 2xx may also carry the error envelope. */
export function readChallenge(answer: WireAnswer, context: OperationContext): Challenge | null {
  const challenge = MfaChallenge.safeParse(answer.body)
  if (challenge.success) {
    const { mfaTicket, factors } = challenge.data
    return {
      code: null,
      message: null,
      entry: 'mfa_required',
      data: { challenge: mfaTicket, factors: offeredFactors(factors ?? []) },
    }
  }
  const envelope = Envelope.safeParse(answer.body)
  if (!envelope.success) return null
  const { slug, code, data } = envelope.data
  const failed = Boolean(slug) || (code ?? 0) >= 400 || data?.captcha_required === true
  return failed ? readError(answer, context) : null
}

export function readGrant(body: unknown): SessionGrant | null {
  const session = Session.safeParse(body)
  if (session.success) {
    const { user, accessToken, refreshToken } = session.data
    return grant(accessToken, refreshToken, user ? toUser(user) : null)
  }
  const redirect = RedirectSession.safeParse(body)
  return redirect.success
    ? grant(redirect.data.access_token, redirect.data.refresh_token, null)
    : null
}

export function readSignUp(body: unknown): SignUpGrant | null {
  const session = readGrant(body)
  return session && { user: session.user, session }
}

/** Any 2xx answer that carried no error. */
export function readNothing(): Nothing {
  return {}
}

export function toUser(user: z.infer<typeof User>): AuthUser {
  return {
    id: user.id,
    email: user.email ?? null,
    name: user.displayName ?? null,
    emailVerified: user.verified ?? null,
  }
}

/** The answer names no lifetime: the access token's own times do. */
function grant(accessToken: string, refreshToken: string, user: AuthUser | null): SessionGrant {
  const { iat, exp } = readJwtClaims(accessToken) ?? {}
  const lifetime = typeof iat === 'number' && typeof exp === 'number' ? exp - iat : null
  return { user, accessToken, refreshToken, expiresInSeconds: lifetime }
}

/** The action that the widget's token has to name (section Captcha of the reference). */
const CAPTCHA_ACTIONS: Partial<Record<Operation, string>> = {
  sign_in: 'signin',
  sign_up: 'signup',
  anonymous_sign_in: 'anonymous',
  password_forgot: 'password-reset',
  oauth_start: 'oauth',
}
const EXPECTED_ACTION = /: expected '([\w-]{1,32})'\.?$/

/** One operation sends links and codes alike; what is expected there is only known once the server has said it. */
function captchaAction(message: string, { operation }: OperationContext): FailureData {
  const action = EXPECTED_ACTION.exec(message)?.[1] ?? CAPTCHA_ACTIONS[operation]
  return action === undefined ? {} : { action }
}

function middlewareWord(error: string | null | undefined): string | null {
  return error && MIDDLEWARE_WORD.test(error) ? error : null
}

/** Recovery codes come with each authenticator app, so they are on offer wherever it is. */
function offeredFactors(factors: readonly { id?: string | undefined; type: string }[]) {
  const apps: OfferedFactor[] = factors
    .filter(({ type }) => type === 'totp')
    .map(({ id }) => (id === undefined ? { kind: 'totp' } : { kind: 'totp', id }))
  return apps.length > 0 ? [...apps, { kind: 'backup_code' } as const] : apps
}

const TOO_SHORT = /^Password must be at least (\d{1,4}) characters\.$/
const LEAKED = /\bdata breach\b/

/** `data.password` joins every failed rule by a semicolon; a single one may name a reason. */
function policyError(name: string, message: string): FieldError {
  const error: FieldError = { ...fieldError(name, message), reason: 'weak' }
  if (message.includes('; ')) return error
  const min = TOO_SHORT.exec(message)?.[1]
  if (min !== undefined) return { ...error, reason: 'too_short', min: Number(min) }
  return LEAKED.test(message) ? { ...error, reason: 'compromised' } : error
}

/** Longest schema message that is read, in characters. */
const MAX_TEXT = 2_000
const FIELD_NAME = /(?:^|, )([a-z][\w.[\]]{0,63}): /g
const MISSING = /\breceived (?:undefined|null)\b|^Required$/

/** Reads `email: text, password: text`, the form of a failed schema check. */
function schemaErrors(message: string): FieldError[] {
  const found = [...message.slice(0, MAX_TEXT).matchAll(FIELD_NAME)]
  if (found[0]?.index !== 0) return []
  return found.map((match, index) => {
    const said = message.slice(match.index + match[0].length, found[index + 1]?.index ?? MAX_TEXT)
    const error = fieldError(match[1] ?? '', said)
    if (MISSING.test(said)) error.reason = 'required'
    return error
  })
}
