import * as z from 'zod/mini'
import type { FailureData, OfferedFactor } from '../../errors/failure-data.js'
import type { AuthUser, Nothing, SessionGrant } from '../actions.js'
import type { Challenge, WireAnswer, WireError } from '../backend.js'
import { readFieldErrors } from '../field-errors.js'
import { readJwtClaims } from '../jwt-claims.js'
import { waitSeconds } from '../retry-after.js'
import { Quantity, Text, tolerant } from '../tolerant.js'
import { CODES } from './codes.js'
import { factorOf } from './factor.js'

const List = tolerant(z.array(z.unknown()))

const Envelope = z.object({
  error: Text,
  code: Text,
  message: Text,
  error_description: Text,
  request_id: Text,
  details: z.optional(z.unknown()),
})

const Details = z.object({
  retry_after_s: Quantity,
  provider: Text,
  site_key: Text,
  action: Text,
  flow_id: Text,
  available_factors: List,
  allowed_factors: List,
  required_aal: tolerant(z.union([z.number(), z.string()])),
  step: Text,
  reason: Text,
  resource: Text,
  field: Text,
  fields: z.optional(z.unknown()),
})

const Outcome = z.object({ state: z.string(), details: z.optional(z.unknown()) })

const OfferedObject = z.object({ id: Text, kind: z.string(), label: Text })

const Tokens = z.object({
  access_token: z.string(),
  refresh_token: Text,
  expires_in: Quantity,
  session: tolerant(z.object({ user_id: z.string() })),
})

const Identity = z.object({ id_token: Text })

const Claims = z.object({
  sub: z.string(),
  email: Text,
  name: Text,
  email_verified: tolerant(z.boolean()),
})

/** Opens the flat envelope, the SDK's `{ code, message, details }` and the token endpoint's RFC 6749 answer. */
export function readError({ body }: WireAnswer): WireError | null {
  const envelope = Envelope.safeParse(body)
  if (!envelope.success) return null
  const { error, code, message, error_description, request_id, details } = envelope.data
  return {
    code: error ?? code ?? null,
    message: message ?? error_description ?? null,
    requestId: request_id ?? null,
    data: dataOf(details),
  }
}

/** Sign-in answers 200 with a `state` that may be no success (MFA required, for one). */
export function readChallenge(answer: WireAnswer): Challenge | null {
  const content = unwrap(answer.body)
  const outcome = Outcome.safeParse(content)
  if (outcome.success && Object.hasOwn(CODES, outcome.data.state)) {
    return {
      code: outcome.data.state,
      message: null,
      data: { ...dataOf(content), ...dataOf(outcome.data.details) },
    }
  }
  return isError(answer.body) ? readError(answer) : null
}

export function readGrant(body: unknown): SessionGrant | null {
  const tokens = Tokens.safeParse(unwrap(body))
  if (!tokens.success) return null
  const { access_token, refresh_token, expires_in, session } = tokens.data
  return {
    user: session ? { id: session.user_id, email: null, name: null, emailVerified: null } : null,
    accessToken: access_token,
    refreshToken: refresh_token ?? null,
    expiresInSeconds: expires_in ?? null,
  }
}

/** Who signed in elsewhere is named by the ID token alone, which is trusted for coming straight from the server. */
export function readCodeGrant(body: unknown): SessionGrant | null {
  const grant = readGrant(body)
  const identity = Identity.safeParse(unwrap(body))
  return grant && { ...grant, user: grant.user ?? userIn(identity.data?.id_token) }
}

/** Any 2xx answer that carried no error. */
export function readNothing(): Nothing {
  return {}
}

/** Answers of the API are wrapped in `data`, those of `/oauth2` are not. */
export function unwrap(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'data' in body ? body.data : body
}

function userIn(idToken: string | null | undefined): AuthUser | null {
  const claims = Claims.safeParse(readJwtClaims(idToken ?? ''))
  if (!claims.success) return null
  const { sub, email, name, email_verified } = claims.data
  return {
    id: sub,
    email: email ?? null,
    name: name ?? null,
    emailVerified: email_verified ?? null,
  }
}

function isError(body: unknown): boolean {
  const envelope = Envelope.safeParse(body)
  if (!envelope.success) return false
  const { error, code } = envelope.data
  return Boolean(error) || (code != null && Object.hasOwn(CODES, code))
}

function dataOf(details: unknown): FailureData {
  const known = Details.safeParse(details)
  if (!known.success) return {}
  const { required_aal, fields, ...facts } = known.data
  const factors = facts.available_factors ?? facts.allowed_factors
  return {
    ...present('retryAfterSeconds', waitSeconds(facts.retry_after_s)),
    ...present('provider', facts.provider),
    ...present('siteKey', facts.site_key),
    ...present('action', facts.action),
    ...present('challenge', facts.flow_id),
    ...present('factors', factors?.flatMap(readOffered)),
    ...present('level', required_aal == null ? null : String(required_aal)),
    ...present('step', facts.step),
    ...present('description', facts.reason),
    ...present('resource', facts.resource),
    ...present('field', facts.field),
    ...present('fields', fields == null ? null : readFieldErrors(fields)),
  }
}

/** A fact the answer carries, or nothing: an absent one must not hide what the code's row settles. */
function present<K extends keyof FailureData>(
  name: K,
  value: NonNullable<FailureData[K]> | null | undefined,
): FailureData {
  return value == null ? {} : { [name]: value }
}

function readOffered(offered: unknown): OfferedFactor[] {
  const named = OfferedObject.safeParse(offered)
  const kind = factorOf(named.success ? named.data.kind : offered)
  if (kind === undefined) return []
  const factor: OfferedFactor = { kind }
  if (named.data?.id) factor.id = named.data.id
  if (named.data?.label) factor.label = named.data.label
  return [factor]
}
