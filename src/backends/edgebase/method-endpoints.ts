import type { AccountEndpoints } from '../backend.js'
import { readCeremony, readConfig, readNavigation, readPasskeys } from './wire-account.js'
import { readGrant, readNothing } from './wire.js'

const CODES_AND_LINKS = {
  requestMagicLink: {
    operation: 'mfa_send_code',
    request: ({ email, redirectUrl, captchaToken }) => ({
      method: 'POST',
      path: '/auth/signin/magic-link',
      body: { email, redirectUrl, captchaToken },
    }),
    result: readNothing,
  },
  verifyMagicLink: {
    operation: 'sign_in',
    request: ({ token }) => ({ method: 'POST', path: '/auth/verify-magic-link', body: { token } }),
    result: readGrant,
  },
  requestEmailCode: {
    operation: 'mfa_send_code',
    request: ({ email }) => ({ method: 'POST', path: '/auth/signin/email-otp', body: { email } }),
    result: readNothing,
  },
  verifyEmailCode: {
    operation: 'sign_in',
    request: ({ email, code }) => ({
      method: 'POST',
      path: '/auth/verify-email-otp',
      body: { email, code },
    }),
    result: readGrant,
  },
  requestPhoneCode: {
    operation: 'mfa_send_code',
    request: ({ phone, captchaToken }) => ({
      method: 'POST',
      path: '/auth/signin/phone',
      body: { phone, captchaToken },
    }),
    result: readNothing,
  },
  verifyPhoneCode: {
    operation: 'sign_in',
    request: ({ phone, code }) => ({
      method: 'POST',
      path: '/auth/verify-phone',
      body: { phone, code },
    }),
    result: readGrant,
  },
  signInAnonymously: {
    operation: 'anonymous_sign_in',
    request: ({ captchaToken }) => ({
      method: 'POST',
      path: '/auth/signin/anonymous',
      body: { captchaToken },
    }),
    result: readGrant,
  },
} as const satisfies AccountEndpoints

const PASSKEYS = {
  passkeySignInOptions: {
    operation: 'passkey_authenticate',
    request: ({ email }) => ({
      method: 'POST',
      path: '/auth/passkeys/auth-options',
      body: { email },
    }),
    result: readCeremony,
  },
  signInWithPasskey: {
    operation: 'passkey_authenticate',
    request: ({ response }) => ({
      method: 'POST',
      path: '/auth/passkeys/authenticate',
      body: { response },
    }),
    result: readGrant,
  },
  passkeyRegistrationOptions: {
    operation: 'passkey_register',
    request: () => ({ method: 'POST', path: '/auth/passkeys/register-options', bearer: true }),
    result: readCeremony,
  },
  registerPasskey: {
    operation: 'passkey_register',
    request: ({ response }) => ({
      method: 'POST',
      path: '/auth/passkeys/register',
      body: { response },
      bearer: true,
    }),
    result: readNothing,
  },
  listPasskeys: {
    operation: 'api_call',
    request: () => ({ method: 'GET', path: '/auth/passkeys', bearer: true }),
    result: readPasskeys,
  },
  deletePasskey: {
    operation: 'api_call',
    request: ({ id }) => ({
      method: 'DELETE',
      path: `/auth/passkeys/${encodeURIComponent(id)}`,
      bearer: true,
    }),
    result: readNothing,
  },
} as const satisfies AccountEndpoints

const PUBLIC_FACTS = {
  startOAuth: {
    operation: 'oauth_start',
    request: ({ provider, redirectUrl, captchaToken }) => ({
      method: 'GET',
      path: `/auth/oauth/${encodeURIComponent(provider)}`,
      query: { redirect_url: redirectUrl, captcha_token: captchaToken },
      navigate: true,
    }),
    result: readNavigation,
  },
  getSignInContext: {
    operation: 'captcha',
    request: () => ({ method: 'GET', path: '/config' }),
    result: readConfig,
  },
} as const satisfies AccountEndpoints

/** The ways in other than a password: codes, links, passkeys, OAuth, no account at all. */
export const METHOD_ENDPOINTS: AccountEndpoints = {
  ...CODES_AND_LINKS,
  ...PASSKEYS,
  ...PUBLIC_FACTS,
}
