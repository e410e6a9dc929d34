import type { AccountEndpoints } from '../backend.js'
import type { App } from './endpoints.js'
import {
  readAddress,
  readBackupCodes,
  readFactors,
  readStepUp,
  readTotpEnrolment,
} from './wire-account.js'
import { readGrant } from './wire.js'

/** What IntelliAuth offers off the sign-in path. */
export function accountEndpoints({ clientId }: Pick<App, 'clientId'>) {
  return {
    listMfaFactors: {
      // Asked on the way to a code, before anything could be answered wrongly.
      operation: 'mfa_send_code',
      request: ({ challenge }) => ({
        method: 'GET',
        path: '/api/v1/auth/mfa/factors',
        query: { flow_id: challenge },
      }),
      result: readFactors,
    },
    startTotpEnrolment: {
      operation: 'mfa_enrol',
      request: () => ({ method: 'POST', path: '/api/v1/me/mfa/totp', body: {}, bearer: true }),
      result: readTotpEnrolment,
    },
    confirmTotpEnrolment: {
      operation: 'mfa_enrol',
      request: ({ code }) => ({
        method: 'POST',
        path: '/api/v1/me/mfa/totp/verify',
        body: { code },
        bearer: true,
      }),
      result: readBackupCodes,
    },
    stepUp: {
      operation: 'step_up',
      request: ({ password, code, level }) => ({
        method: 'POST',
        path: '/api/v1/auth/step-up',
        body: { required_aal: assuranceLevel(level), password, code },
        bearer: true,
      }),
      result: readStepUp,
    },
    startOAuth: {
      operation: 'oauth_start',
      request: ({ redirectUrl, state, codeChallenge }) => ({
        method: 'GET',
        path: '/oauth2/authorize',
        navigate: true,
        query: {
          response_type: 'code',
          client_id: clientId,
          redirect_uri: redirectUrl,
          state,
          code_challenge: codeChallenge,
          code_challenge_method: codeChallenge === undefined ? undefined : 'S256',
        },
      }),
      result: readAddress,
    },
    exchangeOAuthCode: {
      operation: 'oauth_callback',
      request: ({ code, verifier, redirectUrl }) => ({
        method: 'POST',
        path: '/oauth2/token',
        form: true,
        body: {
          grant_type: 'authorization_code',
          code,
          code_verifier: verifier,
          redirect_uri: redirectUrl,
          client_id: clientId,
        },
      }),
      result: readGrant,
    },
  } as const satisfies AccountEndpoints
}

/** Levels are 1 to 3 in requests and `AAL1` to `AAL3` in claims. */
function assuranceLevel(level: string | undefined): number | string | undefined {
  const digit = /^(?:AAL)?([1-3])$/i.exec(level ?? '')?.[1]
  return digit === undefined ? level : Number(digit)
}
