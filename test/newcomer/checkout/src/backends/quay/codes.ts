import type { Operation } from '../../errors/operation.js'
import type { CodeTable } from '../backend.js'

/** Quay's fault list, in its order. */
export const CODES = {
  bad_pair: 'invalid_credentials',
  berth_frozen: 'account_suspended',
  post_unread: 'email_unverified',
  barred: 'account_locked',
  too_quick: 'rate_limited',
  second_key: { code: 'mfa_required', factors: [{ kind: 'totp' }] },
  bad_key: 'code_invalid',
  pass_stale: 'token_expired',
  pass_void: 'session_revoked',
  form_torn: 'validation_failed',
} as const satisfies CodeTable

/** Faults whose meaning depends on what was asked. */
export const CODES_BY_OPERATION = {
  sign_up: { berth_taken: 'account_exists' },
  sign_out: { pass_void: 'signed_out' },
} as const satisfies Partial<Record<Operation, CodeTable>>
