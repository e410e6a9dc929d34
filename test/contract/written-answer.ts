import type { Backend, WireAnswer } from '../../src/backends/backend.js'
import { authSvc } from '../../src/backends/auth-svc/index.js'
import { authos } from '../../src/backends/authos/index.js'
import { calimatic } from '../../src/backends/calimatic/index.js'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import { responseOf } from '../../src/testing/fake-auth-server/routing.js'
import {
  authosDialect,
  authSvcDialect,
  calimaticDialect,
  edgebaseDialect,
  intelliauthDialect,
  type Dialect,
  type WireRow,
} from '../../src/testing/index.js'
import type { BackendId, SeedCase, SeedRow } from './seed-rows.js'

const baseUrl = 'http://auth.test'

/** Who writes an answer, and who reads it: neither knows the other's tables. */
export const PARTIES: Record<BackendId, { dialect: Dialect; backend: Backend }> = {
  calimatic: { dialect: calimaticDialect(), backend: calimatic({ baseUrl }) },
  'auth-svc': { dialect: authSvcDialect(), backend: authSvc({ baseUrl }) },
  authos: { dialect: authosDialect(), backend: authos({ baseUrl }) },
  intelliauth: { dialect: intelliauthDialect(), backend: intelliauth({ baseUrl }) },
  edgebase: { dialect: edgebaseDialect(), backend: edgebase({ baseUrl }) },
}

/** When the answers of this suite arrive. */
export const RECEIVED_AT = Date.UTC(2026, 0, 5, 9)

/** What the references say an answer may carry, with a value for each. */
const DETAILS: Record<string, Pick<WireRow, 'details' | 'headers'>> = {
  'details.retry_after_s': { details: { retry_after_s: 90 } },
  'Retry-After (header)': { headers: { 'retry-after': '120' } },
  'details.field': { details: { field: 'email' } },
  'details.fields': { details: { fields: { email: 'No address.' } } },
  'details.step': { details: { step: 'fraud_check' } },
  'details.reason': { details: { reason: 'Ask the front desk.' } },
  'data.captcha_required': { details: { captcha_required: true } },
}

/** Facts in the body of MFA required and words in a message: written elsewhere. */
const WRITTEN_ELSEWHERE = new Set(['mfaRequired', 'mfaToken', '{provider}', '{description}'])

/** How long the waits above are, in seconds. */
export const NAMED_WAITS: Record<string, number> = {
  'details.retry_after_s': 90,
  'Retry-After (header)': 120,
}

/** A row of a reference, with a value for each fact it may carry. */
export function wireRowOf({ seed, description }: SeedCase, ending: string): WireRow {
  const row: WireRow = {
    ...(seed.status !== null && { status: seed.status }),
    ...(seed.code !== null && { code: seed.code }),
    ...(seed.message !== null && { message: completeMessage(seed, description, ending) }),
  }
  for (const field of seed.details_fields) {
    const carried = DETAILS[field]
    if (!carried && !WRITTEN_ELSEWHERE.has(field)) throw new Error(`No value for ${field}`)
    if (carried?.details) row.details = { ...row.details, ...carried.details }
    if (carried?.headers) row.headers = carried.headers
  }
  return row
}

/** Writes a row of a reference as its backend would send it, and reads it as a client would. */
export async function answerTo(seedCase: SeedCase, ending: string): Promise<WireAnswer> {
  const { seed, operation } = seedCase
  const { dialect } = PARTIES[seed.backend]
  const row = wireRowOf(seedCase, ending)
  const requestId = '550e8400-e29b-41d4-a716-446655440000'
  return readAnswer(responseOf(dialect.writeRow(row, { now: RECEIVED_AT, requestId, operation })))
}

/** A response as the transport hands it over. */
export async function readAnswer(response: Response): Promise<WireAnswer> {
  const sent = await response.text()
  const isJson = response.headers.get('content-type')?.includes('application/json')
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    body: sent === '' ? undefined : isJson ? (JSON.parse(sent) as unknown) : sent,
  }
}

function completeMessage({ message, match }: SeedRow, description: string, ending: string): string {
  const filled = (message ?? '')
    .replace('{provider}', 'google')
    .replace('{description}', description)
  return match === 'prefix' ? filled.replace(/\.\.\.$/, ending) : filled
}
