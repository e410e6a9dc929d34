import { describe, expect, it } from 'vitest'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { firstCall, type Operation } from '../../src/errors/operation.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'

const backend = edgebase({ baseUrl: '/api' })

function stateAfter(operation: Operation, message: string) {
  const body = { code: 403, message, data: { captcha_required: true } }
  const answer = { status: 403, header: () => null, body }
  return toUiState(sortAnswer(backend, answer, firstCall(operation), 0)!)
}

describe('an EdgeBase server that wants a captcha', () => {
  it.each([
    ['sign_in', 'signin'],
    ['sign_up', 'signup'],
    ['anonymous_sign_in', 'anonymous'],
    ['password_forgot', 'password-reset'],
    ['oauth_start', 'oauth'],
  ] as const)('at %s expects a token for the action %s', (operation, action) => {
    expect(stateAfter(operation, 'Captcha verification required.')).toMatchObject({
      kind: 'captcha_required',
      reason: 'required',
      action,
    })
  })

  it('is taken at its word where it names the action itself', () => {
    const state = stateAfter('mfa_send_code', "Captcha action mismatch: expected 'magic-link'.")
    expect(state).toMatchObject({
      kind: 'captcha_required',
      reason: 'failed',
      action: 'magic-link',
    })
  })

  it('names no action that is not known', () => {
    expect(stateAfter('mfa_send_code', 'Captcha verification required.')).toMatchObject({
      kind: 'captcha_required',
      action: null,
    })
    expect(stateAfter('mfa_send_code', "Captcha action mismatch: expected '<b>'.")).toMatchObject({
      action: null,
    })
  })
})
