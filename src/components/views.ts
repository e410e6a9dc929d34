'use client'
import type { ComponentType } from 'react'
import type { UiKind } from '../ui-state/ui-state.js'
import type { ViewProps } from './view-props.js'
import { AccountDisabled } from './views/account-disabled.js'
import { AccountExists } from './views/account-exists.js'
import { AccountLocked } from './views/account-locked.js'
import { BlockedByPolicy } from './views/blocked-by-policy.js'
import { Cancelled } from './views/cancelled.js'
import { CaptchaRequired } from './views/captcha-required.js'
import { ConfigurationError } from './views/configuration-error.js'
import { Conflict } from './views/conflict.js'
import { DetailsRequired } from './views/details-required.js'
import { Done } from './views/done.js'
import { FieldErrors } from './views/field-errors.js'
import { InteractionRequired } from './views/interaction-required.js'
import { InvalidCode } from './views/invalid-code.js'
import { InvalidCredentials } from './views/invalid-credentials.js'
import { LimitReached } from './views/limit-reached.js'
import { LinkInvalid } from './views/link-invalid.js'
import { MethodFailed } from './views/method-failed.js'
import { MethodUnavailable } from './views/method-unavailable.js'
import { MfaEnrolmentRequired } from './views/mfa-enrolment-required.js'
import { MfaRequired } from './views/mfa-required.js'
import { NetworkError } from './views/network-error.js'
import { NotFound } from './views/not-found.js'
import { OperatorNotice } from './views/operator-notice.js'
import { PasswordResetRequired } from './views/password-reset-required.js'
import { Pending } from './views/pending.js'
import { PermissionDenied } from './views/permission-denied.js'
import { RateLimited } from './views/rate-limited.js'
import { RestartRequired } from './views/restart-required.js'
import { SelectionRequired } from './views/selection-required.js'
import { ServerError } from './views/server-error.js'
import { SignInRequired } from './views/sign-in-required.js'
import { SilentRecovery } from './views/silent-recovery.js'
import { Stale } from './views/stale.js'
import { StepUpRequired } from './views/step-up-required.js'
import { Unknown } from './views/unknown.js'
import { VerificationRequired } from './views/verification-required.js'

/** One view a kind: the compiler names the one that is missing. */
export const VIEWS: { readonly [K in UiKind]: ComponentType<ViewProps<K>> } = {
  invalid_credentials: InvalidCredentials,
  account_locked: AccountLocked,
  account_disabled: AccountDisabled,
  rate_limited: RateLimited,
  verification_required: VerificationRequired,
  password_reset_required: PasswordResetRequired,
  mfa_required: MfaRequired,
  mfa_enrolment_required: MfaEnrolmentRequired,
  step_up_required: StepUpRequired,
  captcha_required: CaptchaRequired,
  interaction_required: InteractionRequired,
  selection_required: SelectionRequired,
  details_required: DetailsRequired,
  field_errors: FieldErrors,
  invalid_code: InvalidCode,
  method_failed: MethodFailed,
  method_unavailable: MethodUnavailable,
  restart_required: RestartRequired,
  link_invalid: LinkInvalid,
  silent_recovery: SilentRecovery,
  sign_in_required: SignInRequired,
  pending: Pending,
  cancelled: Cancelled,
  account_exists: AccountExists,
  conflict: Conflict,
  stale: Stale,
  permission_denied: PermissionDenied,
  blocked_by_policy: BlockedByPolicy,
  limit_reached: LimitReached,
  not_found: NotFound,
  done: Done,
  network_error: NetworkError,
  server_error: ServerError,
  configuration_error: ConfigurationError,
  operator_notice: OperatorNotice,
  unknown: Unknown,
}
