import type { AuthFailure } from '../errors/auth-failure.js'
import type { AuthCode } from '../errors/catalogue.js'
import type { OperationContext } from '../errors/operation.js'

/** A failure that no answer carried: the client itself knows it. */
export function localFailure(
  code: AuthCode,
  backend: string,
  context: OperationContext,
  receivedAt: number,
  data: AuthFailure['data'] = {},
): AuthFailure {
  return {
    code,
    data,
    context,
    receivedAt,
    backend,
    status: null,
    rawCode: null,
    message: null,
    requestId: null,
  }
}
