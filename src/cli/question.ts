import type { WireAnswer } from '../backends/backend.js'
import { MAX_BODY_BYTES, parseBody } from '../client/wire-body.js'
import {
  OPERATIONS,
  type Factor,
  type Operation,
  type OperationContext,
} from '../errors/operation.js'
import { backendOf, type KnownBackend } from './backends.js'
import { Misuse } from './misuse.js'

const NETWORK = ['offline', 'timeout'] as const

const FACTORS = [
  'totp',
  'sms',
  'email',
  'webauthn',
  'backup_code',
  'push',
  'device_user_code',
] as const satisfies readonly Factor[]

/** What happened to a request: an answer came, or none did. */
export type Outcome = WireAnswer | (typeof NETWORK)[number]

/** One outcome to explain. */
export interface Question extends KnownBackend {
  context: OperationContext
  outcome: Outcome
}

/**
 * Checks a question as it was typed or read from a line.
 *
 * @throws {Misuse} naming the field that is wrong and what it may be.
 */
export async function readQuestion(asked: Readonly<Record<string, unknown>>): Promise<Question> {
  const known = await backendOf(text(asked, 'backend', 'an id such as "auth-svc"'))
  const factor = oneOf(asked, 'factor', FACTORS)
  return {
    ...known,
    context: {
      operation: operationOf(asked),
      attempt: attemptOf(asked['attempt']),
      hadToken: flag(asked, 'hadToken'),
      ...(factor === undefined ? {} : { factor }),
    },
    outcome: oneOf(asked, 'network', NETWORK) ?? answerOf(asked),
  }
}

function answerOf(asked: Readonly<Record<string, unknown>>): WireAnswer {
  const headers = headersOf(asked['headers'])
  return {
    status: statusOf(asked['status']),
    header: (name) => headers.get(name.toLowerCase()) ?? null,
    body: bodyOf(asked['body']),
  }
}

function statusOf(status: unknown): number {
  if (Number.isInteger(status) && Number(status) >= 100 && Number(status) <= 999) {
    return Number(status)
  }
  throw new Misuse(
    status === undefined ? 'no status was given' : `the status is ${shown(status)}`,
    'An answer is read by its HTTP status and its body, a missing one by what kept it away',
    'Give a whole number from 100 to 999 as status, or network as "offline" or "timeout"',
  )
}

function operationOf(asked: Readonly<Record<string, unknown>>): Operation {
  const operation = oneOf(asked, 'operation', OPERATIONS)
  if (operation !== undefined) return operation
  throw new Misuse(
    'no operation was given',
    'The same answer means different things at different operations',
    `Choose one of ${OPERATIONS.join(', ')}`,
  )
}

function attemptOf(attempt: unknown): number {
  if (attempt === undefined) return 1
  if (Number.isInteger(attempt) && Number(attempt) >= 1) return Number(attempt)
  throw new Misuse(
    `the attempt is ${shown(attempt)}`,
    'What is repeated silently the first time is shown the second time',
    'Give 1 for the first try or 2 for the replay after a refresh',
  )
}

function headersOf(headers: unknown): Map<string, string> {
  if (headers === undefined || headers === null) return new Map()
  if (typeof headers !== 'object' || Array.isArray(headers)) {
    throw new Misuse(
      `the headers are ${shown(headers)}`,
      'Waits and request ids are read from them by name',
      'Give an object such as {"Retry-After":"30"}',
    )
  }
  return new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), headerValue(name, value)]),
  )
}

function headerValue(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((one) => headerValue(name, one)).join(', ')
  throw new Misuse(
    `the header ${JSON.stringify(name)} is ${shown(value)}`,
    'A header is a text',
    'Give its value as a string',
  )
}

/** The body as the client would have read it: a text is cut at its limit and JSON where it is JSON. */
function bodyOf(body: unknown): unknown {
  if (typeof body !== 'string') return body
  // A character takes at most three bytes, so a short text need not be measured.
  if (body.length * 3 <= MAX_BODY_BYTES) return parseBody(body)
  const bytes = new TextEncoder().encode(body).subarray(0, MAX_BODY_BYTES)
  return parseBody(new TextDecoder().decode(bytes))
}

function text(asked: Readonly<Record<string, unknown>>, name: string, wanted: string): string {
  const value = asked[name]
  if (typeof value === 'string') return value
  throw new Misuse(
    value === undefined ? `no ${name} was given` : `the ${name} is ${shown(value)}`,
    'Without it the answer cannot be read',
    `Give ${wanted}`,
  )
}

function flag(asked: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = asked[name] ?? false
  if (typeof value === 'boolean') return value
  throw new Misuse(
    `${name} is ${shown(value)}`,
    'A 401 means one thing with an access token and another without',
    'Give true or false',
  )
}

function oneOf<T extends string>(
  asked: Readonly<Record<string, unknown>>,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = asked[name]
  if (value === undefined || value === null) return undefined
  const choice = choices.find((candidate) => candidate === value)
  if (choice !== undefined) return choice
  throw new Misuse(
    `there is no ${name} ${shown(value)}`,
    'Only what the kit knows can be explained',
    `Choose one of ${choices.join(', ')}`,
  )
}

/** A value in a message: short, and safe to print. */
function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 60 ? `${json.slice(0, 60)}…` : json
}
