import type { AuthCode } from '../errors/catalogue.js'
import type { Operation, OperationContext } from '../errors/operation.js'

const BY_STATUS: Readonly<Record<number, AuthCode>> = {
  400: 'validation_failed',
  402: 'plan_limit_reached',
  403: 'permission_denied',
  404: 'not_found',
  408: 'timed_out',
  409: 'conflict',
  410: 'flow_expired',
  412: 'precondition_failed',
  413: 'validation_failed',
  422: 'validation_failed',
  423: 'account_locked',
  425: 'service_unavailable',
  428: 'precondition_failed',
  429: 'rate_limited',
  502: 'service_unavailable',
  503: 'service_unavailable',
  504: 'service_unavailable',
}

/** At these operations a bare 403 is the backend's policy, and a bare 409 is a taken identifier. */
const BY_OPERATION: Partial<Record<Operation, Readonly<Record<number, AuthCode>>>> = {
  sign_in: { 401: 'invalid_credentials', 403: 'action_not_allowed' },
  sign_up: { 403: 'action_not_allowed', 409: 'account_exists' },
  password_reset: { 403: 'action_not_allowed' },
  account_link: { 409: 'account_exists' },
  mfa_challenge: { 401: 'code_invalid' },
}

/** What an answer means by its status alone, when neither code nor text is known. */
export function codeForStatus(status: number, context: OperationContext): AuthCode {
  const special = BY_OPERATION[context.operation]?.[status]
  if (special) return special
  if (status === 401) return context.hadToken ? 'access_token_invalid' : 'session_missing'
  return BY_STATUS[status] ?? (status >= 500 ? 'server_error' : 'unknown')
}
