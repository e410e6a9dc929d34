import type { Operation } from '../src/errors/operation.js'
import type { WireStory } from './answer-story.js'

type Details = Readonly<Record<string, unknown>>

/** Calimatic (seed 000): the SDK error's own properties. */
export function calimatic(
  operation: Operation,
  status: number,
  code: string,
  message: string,
  details?: Details,
): WireStory {
  return { backend: 'calimatic', operation, status, body: { code, message, details } }
}

/** auth-svc (seed 001): `{ data, error, meta }`. */
export function authSvc(
  operation: Operation,
  status: number,
  code: string,
  message: string,
  details?: Details,
): WireStory {
  const meta = {
    timestamp: '2026-02-24T12:00:00.000Z',
    request_id: '550e8400-e29b-41d4-a716-446655440000',
  }
  const body = { data: null, error: { code, message, details }, meta }
  return { backend: 'auth-svc', operation, status, body }
}

/** AuthOS (seed 002): the code beside the text. */
export function authos(
  operation: Operation,
  status: number,
  error_code: string,
  error: string,
): WireStory {
  const body = { error, error_code, timestamp: '2025-01-15T10:30:00Z' }
  return { backend: 'authos', operation, status, body }
}

/** IntelliAuth (seed 003): the code is called `error`; its index gives no texts, so none is sent. */
export function intelliauth(
  operation: Operation,
  status: number,
  error: string,
  details?: Details,
): WireStory {
  const body = { error, message: error, request_id: 'req_01J9ZK4T7Q', details }
  return { backend: 'intelliauth', operation, status, body }
}

/** EdgeBase (seed 004): no code, but for the slug of newer servers. */
export function edgebase(
  operation: Operation,
  status: number,
  message: string,
  extra: Details = {},
): WireStory {
  return { backend: 'edgebase', operation, status, body: { code: status, message, ...extra } }
}

/** A company's own backend, made for what the documented ones do not send. */
export function acme(operation: Operation, status: number, body: Details): WireStory {
  return { backend: 'acme', operation, status, body }
}

/** Better Auth: a code and a text. */
export function betterAuth(
  operation: Operation,
  status: number,
  code: string,
  message: string,
): WireStory {
  return { backend: 'better-auth', operation, status, body: { code, message } }
}
