import type { AccountEndpoints } from '../backend.js'
import { beginMfa, completeMfa, type App } from './endpoints.js'
import {
  readAddress,
  readBackupCodes,
  readFactors,
  readPasskeyOptions,
  readStepUp,
  readTotpEnrolment,
} from './wire-account.js'
import { readCodeGrant, readGrant } from './wire.js'

/** What IntelliAuth offers off the sign-in path. */
export function accountEndpoints({
  clientId,
  scope,
}: Pick<App, 'clientId'> & { scope: string | undefined }) {
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
    mfaPasskeyOptions: {
      operation: 'mfa_send_code',
      request: (input) => beginMfa({ ...input, factor: 'webauthn' }),
      result: readPasskeyOptions,
    },
    verifyMfaWithPasskey: {
      operation: 'mfa_challenge',
      request: ({ response, ...input }) =>
        completeMfa({ ...input, factor: 'webauthn' }, { credential: response }),
      result: readGrant,
    },
    startTotpEnrolment: {
      operation: 'mfa_enrol',
      takes: ['challenge'],
      request: ({ challenge }) => ({
        method: 'POST',
        path: '/api/v1/me/mfa/totp',
        body: { flow_id: challenge },
        bearer: true,
      }),
      result: readTotpEnrolment,
    },
    confirmTotpEnrolment: {
      operation: 'mfa_enrol',
      request: ({ code, challenge }) => ({
        method: 'POST',
        path: '/api/v1/me/mfa/totp/verify',
        body: { code, flow_id: challenge },
        bearer: true,
      }),
      result: readBackupCodes,
    },
    stepUp: {
      operation: 'step_up',
      takes: ['password', 'code', 'level'],
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
          scope,
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
      result: readCodeGrant,
    },
  } as const satisfies AccountEndpoints
}

/** Levels are 1 to 3 in requests and `AAL1` to `AAL3` in claims. */
function assuranceLevel(level: string | undefined): number | string | undefined {
  const digit = /^(?:AAL)?([1-3])$/i.exec(level ?? '')?.[1]
  return digit === undefined ? level : Number(digit)
}
