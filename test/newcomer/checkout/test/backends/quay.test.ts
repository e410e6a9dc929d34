import { describe, expect, it } from 'vitest'
import { quay } from '../../src/backends/quay/index.js'
import { describeBackend } from '../../src/testing/index.js'

const body = (fault: string, more: object = {}) => ({ fault, says: 'Not today.', ...more })
const locked = body('barred', { again_in: 90 })
const torn = body('form_torn', { torn: { email: 'No address.' } })

describeBackend(
  { describe, it, expect },
  {
    backend: quay({ baseUrl: 'https://quay.example' }),
    answers: [
      { at: 'sign_in', status: 401, body: body('bad_pair'), kind: 'invalid_credentials' },
      { at: 'sign_in', status: 403, body: body('berth_frozen'), kind: 'account_disabled' },
      { at: 'sign_in', status: 403, body: body('post_unread'), kind: 'verification_required' },
      { at: 'sign_in', status: 423, body: locked, kind: 'account_locked' },
      { at: 'sign_in', status: 200, body: body('second_key', { slip: 's' }), code: 'mfa_required' },
      { at: 'mfa_challenge', status: 400, body: body('bad_key'), kind: 'invalid_code' },
      { at: 'sign_up', status: 409, body: body('berth_taken'), kind: 'account_exists' },
      { at: 'sign_up', status: 400, body: torn, kind: 'field_errors' },
      { at: 'sign_up', status: 429, body: body('too_quick'), kind: 'rate_limited' },
      { at: 'api_call', status: 401, body: body('pass_stale'), kind: 'silent_recovery' },
      { at: 'sign_out', status: 401, body: body('pass_void'), kind: 'done' },
    ],
  },
)
