import type { UiKind, UiState } from '../ui-state/ui-state.js'

/** Where a state shows: in the form's place, or above a form that stays. */
export type Surface = 'panel' | 'alert'

const SURFACES: Readonly<Record<UiKind, Surface>> = {
  invalid_credentials: 'alert',
  account_locked: 'alert',
  account_disabled: 'panel',
  rate_limited: 'alert',
  verification_required: 'panel',
  password_reset_required: 'panel',
  mfa_required: 'panel',
  mfa_enrolment_required: 'panel',
  step_up_required: 'panel',
  captcha_required: 'alert',
  interaction_required: 'panel',
  selection_required: 'panel',
  details_required: 'panel',
  field_errors: 'alert',
  invalid_code: 'alert',
  method_failed: 'alert',
  method_unavailable: 'alert',
  restart_required: 'panel',
  link_invalid: 'panel',
  silent_recovery: 'alert',
  sign_in_required: 'panel',
  pending: 'panel',
  cancelled: 'alert',
  account_exists: 'alert',
  conflict: 'alert',
  stale: 'alert',
  permission_denied: 'alert',
  blocked_by_policy: 'alert',
  limit_reached: 'alert',
  not_found: 'panel',
  done: 'panel',
  network_error: 'alert',
  server_error: 'alert',
  configuration_error: 'panel',
  operator_notice: 'alert',
  unknown: 'alert',
}

/** A state, as against a flow's own `ready`, `submitting`, `signed_in` and the like. */
export function isUiState(state: { kind: string }): state is UiState {
  return Object.hasOwn(SURFACES, state.kind)
}

/** Where a state shows; for screens of an app's own around `<UiStateView>`. */
export function surfaceOf({ kind }: UiState): Surface {
  return SURFACES[kind]
}
