import type { Operation } from '../../src/errors/operation.js'

type Expected = Readonly<Record<string, unknown>>

type SeedRow = readonly [status: number, message: string, expected: Expected]

function fields(reason: string, ...names: string[]): Expected {
  return { kind: 'field_errors', fields: names.map((name) => ({ name, reason })) }
}

function tooShort(name: string): Expected {
  return { kind: 'field_errors', fields: [{ name, reason: 'too_short', min: 8 }] }
}

function blocked(step: string): Expected {
  return { kind: 'blocked_by_policy', step, description: null }
}

function limited(scope: string): Expected {
  return { kind: 'rate_limited', scope, retryAfterSeconds: null, defaultRetryAfterSeconds: 60 }
}

function configuration(reason: string): Expected {
  return { kind: 'configuration_error', reason }
}

function restart(reason: string): Expected {
  return { kind: 'restart_required', reason, restart: 'oauth' }
}

function link(which: string, reason: string): Expected {
  return { kind: 'link_invalid', link: which, reason }
}

function unavailable(method: string, reason: string): Expected {
  return { kind: 'method_unavailable', method, reason }
}

function signIn(reason: string, clearTokens: boolean): Expected {
  return { kind: 'sign_in_required', reason, clearTokens }
}

const USES_OAUTH = 'This account uses OAuth sign-in. Password login is not available.'

/** Seed 004, table by table, under the operations it speaks of. Its answers carry no slug. */
export const SEED: readonly [operations: readonly Operation[], rows: readonly SeedRow[]][] = [
  [
    ['sign_up'],
    [
      [400, 'Email and password are required.', fields('required', 'email', 'password')],
      [400, 'Invalid email format...', fields('format', 'email')],
      [400, 'Invalid email format. Please provide a valid one.', fields('format', 'email')],
      [400, 'Password must be at least 8 characters.', tooShort('password')],
      [409, 'Email already registered.', { kind: 'account_exists', identifier: 'email' }],
      [429, 'Too many signup attempts...', limited('sign_up')],
      [403, "Auth hook 'beforeSignUp' rejected the operation.", blocked('beforeSignUp')],
    ],
  ],
  [
    ['sign_in'],
    [
      [400, 'Email and password are required.', fields('required', 'email', 'password')],
      [401, 'Invalid credentials.', { kind: 'invalid_credentials' }],
      [403, USES_OAUTH, unavailable('password', 'account_uses_provider')],
      [403, "Auth hook 'beforeSignIn' rejected the operation.", blocked('beforeSignIn')],
      [429, 'Too many login attempts...', limited('sign_in')],
    ],
  ],
  [
    ['oauth_start', 'oauth_callback'],
    [
      [400, 'Unsupported OAuth provider: myspace', configuration('provider_unknown')],
      [400, 'OAuth provider myspace is not enabled.', configuration('provider_disabled')],
      [500, 'OAuth provider oidc:my is not configured.', configuration('provider_not_configured')],
      [
        400,
        'OAuth error: The moon is in the wrong phase',
        {
          kind: 'method_failed',
          method: 'oauth',
          reason: 'provider_error',
          description: 'The moon is in the wrong phase',
        },
      ],
      [400, 'Missing code or state parameter.', restart('lost')],
      [400, 'Invalid or expired OAuth state.', restart('expired')],
      [400, 'OAuth state provider mismatch.', restart('security_check_failed')],
      [
        409,
        'This OAuth account is already linked to another user.',
        { kind: 'account_exists', identifier: 'oauth_identity' },
      ],
      [
        409,
        'Email is already registered to another account.',
        { kind: 'account_exists', identifier: 'email' },
      ],
    ],
  ],
  [
    ['anonymous_sign_in'],
    [[404, 'Anonymous authentication is not enabled.', unavailable('anonymous', 'disabled')]],
  ],
  [
    ['refresh', 'api_call', 'silent_auth'],
    [
      [400, 'Refresh token is required.', signIn('missing', false)],
      [401, 'Invalid refresh token.', signIn('invalid', true)],
      [401, 'Refresh token expired.', signIn('expired', true)],
      [401, 'Refresh token reuse detected. Session revoked.', signIn('reuse_detected', true)],
      [401, 'Authentication required.', signIn('missing', false)],
    ],
  ],
  [
    ['sign_out'],
    [
      [400, 'Refresh token is required.', { kind: 'done', what: 'signed_out' }],
      [401, 'Invalid refresh token.', { kind: 'done', what: 'signed_out' }],
      [401, 'Refresh token expired.', { kind: 'done', what: 'signed_out' }],
      [401, 'Refresh token reuse detected. Session revoked.', signIn('reuse_detected', true)],
      [401, 'Authentication required.', signIn('missing', false)],
    ],
  ],
  [
    ['email_verify'],
    [
      [400, 'Verification token is required.', link('verify_email', 'malformed')],
      [400, 'Invalid or expired verification token.', link('verify_email', 'invalid')],
      [
        400,
        'Verification token has expired. Please request a new one.',
        link('verify_email', 'expired'),
      ],
    ],
  ],
  [
    ['password_forgot', 'password_reset'],
    [
      [400, 'Email is required.', fields('required', 'email')],
      [400, 'Password reset token is required.', link('reset_password', 'malformed')],
      [400, 'New password is required.', fields('required', 'newPassword')],
      [400, 'Password must be at least 8 characters.', tooShort('newPassword')],
      [400, 'Invalid or expired password reset token.', link('reset_password', 'invalid')],
      [
        400,
        'Password reset token has expired. Please request a new one.',
        link('reset_password', 'expired'),
      ],
      [
        403,
        'Password reset was blocked by the beforePasswordReset hook.',
        blocked('beforePasswordReset'),
      ],
    ],
  ],
  [
    ['password_change'],
    [
      [
        400,
        'currentPassword and newPassword are required.',
        fields('required', 'currentPassword', 'newPassword'),
      ],
      [400, 'Password must be at least 8 characters.', tooShort('newPassword')],
      [401, 'Current password is incorrect.', fields('incorrect', 'currentPassword')],
      [403, USES_OAUTH, unavailable('password', 'account_uses_provider')],
      [
        403,
        'Anonymous accounts cannot change password.',
        unavailable('password', 'anonymous_account'),
      ],
    ],
  ],
  [
    ['account_link'],
    [
      [400, 'Email and password are required.', fields('required', 'email', 'password')],
      [400, 'Password must be at least 8 characters.', tooShort('password')],
      [400, 'Only anonymous users can link with OAuth.', unavailable('oauth', 'not_anonymous')],
      [409, 'Email is already registered.', { kind: 'account_exists', identifier: 'email' }],
      [
        409,
        'This OAuth account is already linked.',
        { kind: 'account_exists', identifier: 'oauth_identity' },
      ],
    ],
  ],
  [
    ['profile_update'],
    [
      [
        400,
        "emailVisibility must be 'public' or 'private'.",
        fields('not_allowed', 'emailVisibility'),
      ],
      [400, 'No valid fields to update...', fields('')],
    ],
  ],
  [
    ['admin'],
    [
      [
        403,
        'Service Key required for admin auth operations.',
        { kind: 'operator_notice', source: 'admin_api' },
      ],
      [
        401,
        'Unauthorized. Service Key required.',
        { kind: 'operator_notice', source: 'admin_api' },
      ],
      [404, 'User not found.', { kind: 'operator_notice', source: 'admin_api' }],
    ],
  ],
  [
    ['sign_in', 'sign_up', 'password_forgot', 'captcha'],
    [
      [403, 'Captcha verification required.', { kind: 'captcha_required', reason: 'required' }],
      [403, 'Captcha verification failed.', { kind: 'captcha_required', reason: 'failed' }],
      [503, 'Captcha service unavailable.', { kind: 'server_error', reason: 'captcha_service' }],
      [429, 'Too many requests. Try again later.', limited('request')],
      [429, 'Too many signup attempts...', limited('sign_up')],
      [429, 'Too many login attempts...', limited('sign_in')],
    ],
  ],
]
