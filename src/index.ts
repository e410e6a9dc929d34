export { AuthProvider, type AuthProviderProps } from './hooks/auth-provider.js'
export { useAuthClient, type AuthLinks, type LinkTarget } from './hooks/auth-context.js'
export { useSession } from './hooks/use-session.js'
export {
  useSignIn,
  type SignInState,
  type SignInValues,
  type UseSignIn,
  type UseSignInOptions,
} from './hooks/use-sign-in.js'
export { useSignOut, type UseSignOut } from './hooks/use-sign-out.js'
export {
  useMfaChallenge,
  type MfaValues,
  type UseMfaChallenge,
  type UseMfaChallengeOptions,
} from './hooks/use-mfa-challenge.js'
export {
  useEmailVerification,
  type UseEmailVerification,
  type UseEmailVerificationOptions,
} from './hooks/use-email-verification.js'
export type { Ready, Submitting } from './hooks/use-flow.js'
export { toFieldError } from './hooks/form-errors.js'
export {
  useCountdown,
  type CountdownOptions,
  type CountdownState,
} from './primitives/countdown/use-countdown.js'
export { Countdown, type CountdownProps } from './primitives/countdown/countdown.js'

export { SignIn, type SignInProps } from './components/sign-in.js'
export { MfaChallenge, type MfaChallengeProps } from './components/mfa-challenge.js'
export { UiStateView, type UiStateViewProps } from './components/ui-state-view.js'
export { SignedIn, SignedOut } from './components/signed-in.js'
export type { StateHandlers } from './components/view-props.js'

export { useCopy, type Copy } from './i18n/use-copy.js'
export type { CopyKey, CopyOverrides } from './i18n/resources.js'

export type { AuthUser } from './backends/actions.js'
export type { AuthClient, AuthEvent, Session } from './client/auth-client.js'
export type { CaptchaOptions, CaptchaProvider, CaptchaWidget } from './captcha/captcha-provider.js'
export type { FieldError, FieldReason, OfferedFactor } from './errors/failure-data.js'
export type { AuthCode } from './errors/catalogue.js'
export type { Factor, Operation } from './errors/operation.js'
export type { StateOf, UiKind, UiState } from './ui-state/ui-state.js'
