import type { Operation } from '../../../src/errors/operation.js'
import type { Fault, WireRow } from '../../../src/testing/index.js'
import type { UiKind } from '../../../src/ui-state/ui-state.js'

/** The backends of the demo; all but the first are stand-ins. */
export type BackendId =
  | 'better-auth'
  | 'calimatic'
  | 'auth-svc'
  | 'authos'
  | 'intelliauth'
  | 'edgebase'
  | 'acme'

/** What one does in the demo to meet a state. */
export interface Steps {
  page: string
  /** One sentence. */
  how: string
}

/** One way to meet a state. */
export interface Way extends Steps {
  backend: BackendId
  /** The request whose answer leads there. */
  operation: Operation
  /** What the stand-in is told to answer to it; null where it does so by itself. */
  answer: WireRow | Fault | null
}

/** Where each operation is asked for. */
const STEPS = {
  sign_in: { page: '/', how: 'Send the sign-in form with any address and password.' },
  sign_up: { page: '/sign-up', how: 'Send the sign-up form, filled in with anything.' },
  mfa_challenge: { page: '/', how: 'Sign in as totp@example.com and enter six digits.' },
  mfa_enrol: { page: '/two-factor', how: 'Sign in as ada@example.com, then set up an app.' },
  mfa_send_code: { page: '/email-sign-in', how: 'Ask for a mail to any address.' },
  email_verify: { page: '/verify-email?token=made-up', how: 'Press the button.' },
  password_reset: { page: '/reset-password?token=made-up', how: 'Set any password.' },
  api_call: { page: '/profile', how: 'Sign in as ada@example.com, then ask for the profile.' },
} as const satisfies Partial<Record<Operation, Steps>>

type ArmedOperation = keyof typeof STEPS

/** The stand-in is told what to answer: a row of its error reference, or none at all. */
function armed(
  backend: Exclude<BackendId, 'better-auth'>,
  answer: WireRow | Fault,
  operation: ArmedOperation = 'sign_in',
): Way {
  return { backend, operation, answer, ...STEPS[operation] }
}

/** The server does it by itself. */
function unaided(backend: BackendId, operation: Operation, page: string, how: string): Way {
  return { backend, operation, answer: null, page, how }
}

const SIGN_IN_AS = (account: string) => `Sign in as ${account}@example.com.`

/** The same account leads there at each of these. */
function account(name: string, ...backends: BackendId[]): Way[] {
  return backends.map((backend) => unaided(backend, 'sign_in', '/', SIGN_IN_AS(name)))
}

const OFFLINE = ['calimatic', 'auth-svc', 'authos', 'intelliauth', 'edgebase', 'acme'] as const

const GUESS = 'Sign in as ada@example.com with a wrong password.'
const GUESS_CODE = 'Sign in as totp@example.com and enter six digits that are not the code.'
const OLD_LINK = 'Press the button: nobody was sent this link.'

/** How each state is met in the demo, a backend at most once. */
export const WAYS: Readonly<Record<UiKind, readonly Way[]>> = {
  invalid_credentials: [
    unaided('better-auth', 'sign_in', '/', GUESS),
    armed('calimatic', { status: 401, code: 'INVALID_CREDENTIALS' }),
    armed('auth-svc', { status: 401, code: 'UNAUTHORIZED' }),
    armed('authos', { status: 401, code: 'INVALID_CREDENTIALS' }),
    armed('intelliauth', { code: 'invalid_credentials' }),
    armed('edgebase', { status: 401, message: 'Invalid credentials.' }),
    unaided('acme', 'sign_in', '/', GUESS),
  ],
  account_locked: [
    ...account('locked', 'better-auth'),
    armed('calimatic', { status: 423, code: 'ACCOUNT_LOCKED' }),
    armed('auth-svc', { status: 423, code: 'ACCOUNT_LOCKED' }),
    armed('authos', { status: 401, code: 'ACCOUNT_LOCKED' }),
    armed('intelliauth', { code: 'account_locked' }),
    ...account('locked', 'acme'),
  ],
  account_disabled: [
    armed('auth-svc', { status: 403, code: 'ACCOUNT_SUSPENDED' }),
    armed('intelliauth', { code: 'account_disabled' }),
  ],
  rate_limited: [
    armed('calimatic', { status: 429, code: 'RATE_LIMITED', headers: { 'retry-after': '20' } }),
    armed('auth-svc', { status: 429, code: 'RATE_LIMITED', headers: { 'retry-after': '20' } }),
    armed('authos', { status: 429, code: 'RATE_LIMIT_EXCEEDED' }),
    armed('intelliauth', { code: 'rate_limited' }),
    armed('edgebase', { status: 429, message: 'Too many requests. Try again later.' }),
  ],
  verification_required: [
    ...account('unverified', 'better-auth'),
    armed('calimatic', { status: 403, code: 'EMAIL_NOT_VERIFIED' }),
    armed('auth-svc', { status: 403, code: 'ACCOUNT_NOT_VERIFIED' }),
    armed('authos', { status: 401, code: 'EMAIL_NOT_VERIFIED' }),
    armed('intelliauth', { code: 'email_unverified' }),
    ...account('unverified', 'acme'),
  ],
  password_reset_required: [armed('intelliauth', { code: 'password_must_be_reset' })],
  mfa_required: account(
    'totp',
    'better-auth',
    'calimatic',
    'auth-svc',
    'authos',
    'intelliauth',
    'edgebase',
    'acme',
  ),
  mfa_enrolment_required: [
    armed('calimatic', { status: 400, code: 'MFA_NOT_ENROLLED' }),
    armed('auth-svc', { status: 400, code: 'MFA_NOT_ENABLED' }),
    armed('authos', { status: 400, code: 'MFA_NOT_ENABLED' }),
    armed('intelliauth', { code: 'mfa_enrolment_required' }),
  ],
  step_up_required: [
    unaided(
      'better-auth',
      'api_call',
      '/orders',
      'Sign in as ada@example.com, make the session old, and place an order.',
    ),
    armed('auth-svc', { status: 200, code: 'MFA_REQUIRED' }, 'api_call'),
    armed('authos', { status: 401, code: 'MFA_REQUIRED' }, 'api_call'),
    armed('intelliauth', { code: 'step_up_required' }),
  ],
  captcha_required: [
    unaided(
      'better-auth',
      'sign_in',
      '/',
      'Sign in as ada@example.com with a wrong password, four times.',
    ),
    armed('intelliauth', { code: 'captcha_required' }),
    armed('edgebase', { status: 403, message: 'Captcha verification required.' }),
  ],
  interaction_required: [armed('intelliauth', { code: 'consent_required' })],
  selection_required: [
    armed('acme', {
      status: 409,
      code: 'CHOOSE_ORGANIZATION',
      details: {
        pendingToken: 'pending-1',
        options: [
          { id: 'org_1', label: 'Analytical Engines' },
          { id: 'org_2', label: 'Difference Engines' },
        ],
      },
    }),
  ],
  details_required: [
    armed('acme', {
      status: 409,
      code: 'DETAILS_MISSING',
      details: { pendingToken: 'pending-1', missing: ['firstName', 'phone'] },
    }),
  ],
  field_errors: [
    unaided('better-auth', 'sign_up', '/sign-up', 'Sign up with a password of three letters.'),
    armed('calimatic', { status: 400, code: 'VALIDATION_ERROR' }),
    armed('auth-svc', { status: 400, code: 'BAD_REQUEST' }),
    armed('authos', { status: 400, code: 'INVALID_EMAIL' }),
    armed('intelliauth', { code: 'validation_failed' }),
    armed('edgebase', { status: 400, message: 'Email and password are required.' }),
  ],
  invalid_code: [
    unaided('better-auth', 'mfa_challenge', '/', GUESS_CODE),
    armed('calimatic', { status: 401, code: 'MFA_INVALID_CODE' }, 'mfa_challenge'),
    armed('auth-svc', { status: 400, code: 'MFA_INVALID_CODE' }, 'mfa_challenge'),
    armed('authos', { status: 400, code: 'INVALID_MFA_CODE' }, 'mfa_challenge'),
    armed('intelliauth', { code: 'totp_invalid' }, 'mfa_challenge'),
    unaided('edgebase', 'mfa_challenge', '/', GUESS_CODE),
    unaided('acme', 'mfa_challenge', '/', GUESS_CODE),
  ],
  method_failed: [
    armed('authos', { status: 500, code: 'EMAIL_SEND_FAILED' }, 'mfa_send_code'),
    armed('intelliauth', { code: 'webauthn_failed' }),
  ],
  method_unavailable: [
    armed('authos', { status: 400, code: 'NO_BACKUP_CODES' }, 'mfa_challenge'),
    armed('edgebase', {
      status: 403,
      message: 'This account uses OAuth sign-in. Password login is not available.',
    }),
  ],
  restart_required: [
    unaided(
      'better-auth',
      'mfa_challenge',
      '/',
      'Sign in as totp@example.com and enter wrong codes, six in a row.',
    ),
    armed('calimatic', { status: 401, code: 'MFA_CHALLENGE_EXPIRED' }, 'mfa_challenge'),
    armed('auth-svc', { status: 400, code: 'MFA_NOT_ENABLED' }, 'mfa_challenge'),
    armed('authos', { status: 400, code: 'MFA_NOT_ENABLED' }, 'mfa_challenge'),
    armed('intelliauth', { code: 'flow_expired' }, 'mfa_challenge'),
  ],
  link_invalid: [
    unaided('better-auth', 'email_verify', '/verify-email?token=made-up', OLD_LINK),
    unaided('calimatic', 'email_verify', '/verify-email?token=made-up', OLD_LINK),
    unaided('authos', 'email_verify', '/verify-email?token=made-up', OLD_LINK),
    armed(
      'edgebase',
      { status: 400, message: 'Invalid or expired password reset token.' },
      'password_reset',
    ),
  ],
  silent_recovery: [
    armed('auth-svc', { status: 401, code: 'TOKEN_EXPIRED' }, 'api_call'),
    armed('authos', { status: 401, code: 'TOKEN_EXPIRED' }, 'api_call'),
    armed('edgebase', { status: 401, message: 'Authentication required.' }, 'api_call'),
  ],
  sign_in_required: [
    unaided(
      'better-auth',
      'api_call',
      '/orders',
      'Sign in as ada@example.com, sign out in another tab, and place an order in this one.',
    ),
    armed('auth-svc', { status: 401, code: 'TOKEN_REVOKED' }, 'api_call'),
    armed('authos', { status: 401, code: 'UNAUTHORIZED' }, 'api_call'),
    armed('intelliauth', { code: 'session_revoked' }),
  ],
  pending: [
    unaided(
      'better-auth',
      'device_poll',
      '/device-sign-in',
      'Let the device ask for a code: it waits until somebody signed in connects it.',
    ),
    armed('authos', { status: 400, code: 'DEVICE_CODE_PENDING' }),
  ],
  cancelled: [
    unaided(
      'better-auth',
      'step_up',
      '/orders',
      'Sign in as ada@example.com, make the session old, place an order, and cancel.',
    ),
  ],
  account_exists: [
    armed('calimatic', { status: 409, code: 'CONFLICT' }, 'sign_up'),
    armed('auth-svc', { status: 409, code: 'CONFLICT' }, 'sign_up'),
    armed('authos', { status: 409, code: 'USER_ALREADY_EXISTS' }, 'sign_up'),
    armed('edgebase', { status: 409, message: 'Email already registered.' }, 'sign_up'),
  ],
  conflict: [
    armed('calimatic', { status: 409, code: 'CONFLICT' }),
    armed('auth-svc', { status: 409, code: 'CONFLICT' }),
    armed('authos', { status: 409, code: 'ALREADY_EXISTS' }),
    armed('intelliauth', { code: 'conflict' }),
  ],
  stale: [armed('intelliauth', { code: 'precondition_failed' })],
  permission_denied: [
    armed('auth-svc', { status: 403, code: 'FORBIDDEN' }),
    armed('authos', { status: 403, code: 'FORBIDDEN' }),
    armed('intelliauth', { code: 'permission_denied' }),
  ],
  blocked_by_policy: [
    armed('intelliauth', { code: 'step_blocked' }),
    armed('edgebase', { status: 403, message: "Auth hook 'beforeSignIn' rejected the operation." }),
  ],
  limit_reached: [
    armed('auth-svc', { status: 429, code: 'MAX_SESSIONS_REACHED' }),
    armed('authos', { status: 400, code: 'SERVICE_LIMIT_EXCEEDED' }),
  ],
  not_found: [
    armed('auth-svc', { status: 404, code: 'NOT_FOUND' }),
    armed('authos', { status: 404, code: 'NOT_FOUND' }),
    armed('intelliauth', { code: 'not_found' }),
  ],
  done: [
    unaided(
      'better-auth',
      'mfa_enrol',
      '/two-factor',
      'Sign in as ada@example.com, open this page in two tabs, and set up an app in both.',
    ),
    armed('calimatic', { status: 409, code: 'MFA_ALREADY_ENROLLED' }, 'mfa_enrol'),
    armed('auth-svc', { status: 409, code: 'MFA_ALREADY_ENABLED' }, 'mfa_enrol'),
    armed('authos', { status: 400, code: 'MFA_ALREADY_ENABLED' }, 'mfa_enrol'),
  ],
  network_error: OFFLINE.map((backend) => armed(backend, 'offline')),
  server_error: [
    armed('calimatic', { status: 500, code: 'INTERNAL_ERROR' }),
    armed('authos', { status: 500, code: 'INTERNAL_SERVER_ERROR' }),
    armed('intelliauth', { code: 'service_unavailable' }),
    armed('edgebase', { status: 503, message: 'Captcha service unavailable.' }),
  ],
  configuration_error: [
    armed('calimatic', { status: 401, code: 'INVALID_CLIENT' }),
    armed('authos', { status: 400, code: 'PROVIDER_NOT_CONFIGURED' }),
    armed('intelliauth', { code: 'invalid_client' }),
  ],
  operator_notice: [
    unaided('calimatic', 'admin', '/support-desk', 'Unlock an account that nobody has.'),
    armed('authos', { status: 401, code: 'INVALID_SCIM_TOKEN' }),
    armed('intelliauth', { code: 'receiver_timeout' }),
    armed('edgebase', { status: 401, message: 'Unauthorized. Service Key required.' }),
  ],
  unknown: [
    armed('calimatic', { code: 'UNKNOWN' }),
    armed('acme', { status: 418, code: 'TEAPOT' }),
  ],
}
