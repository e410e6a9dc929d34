import { defineBackend } from '../define-backend.js'
import { CODES, CODES_BY_OPERATION } from './codes.js'
import { ENDPOINTS } from './endpoints.js'
import { readChallenge, readError, readSession } from './wire.js'

/**
 * The Quay backend.
 *
 * @throws when `baseUrl` is missing or is no address.
 */
export const quay = defineBackend({
  id: 'quay',
  session: 'token',
  codes: CODES,
  codesByOperation: CODES_BY_OPERATION,
  readError,
  readChallenge,
  readSession,
  endpoints: ENDPOINTS,
  // Its manual: the word is looked at first.
  provedAtSignIn: ['account_suspended', 'email_unverified'],
})
