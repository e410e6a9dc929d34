export { AuthProvider, type AuthProviderProps } from './hooks/auth-provider.js'
export {
  AuthContext,
  useAuthClient,
  useAuthSettings,
  type AuthLinks,
  type AuthSettings,
  type LinkTarget,
} from './hooks/auth-context.js'
export { useActionFacts, type ActionFacts } from './hooks/use-action-facts.js'
export { useLinkToken, type LinkToken } from './hooks/use-link-token.js'
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
export { useEmailVerificationRequest } from './hooks/use-email-verification-request.js'
export type {
  EmailRequest,
  EmailRequestOptions,
  EmailRequestValues,
} from './hooks/use-email-request.js'
export type { MessageSent } from './hooks/use-message-request.js'
export { useEmailSuggestion } from './hooks/use-email-suggestion.js'
export { COMMON_EMAIL_DOMAINS } from './hooks/email-suggestion.js'
export type { AccountDisclosure } from './hooks/account-disclosure.js'
export {
  useSignUp,
  type NameField,
  type SignUpOptions,
  type SignUpState,
  type SignUpValues,
  type UseSignUp,
  type UseSignUpOptions,
} from './hooks/use-sign-up.js'
export { usePasswordPolicy } from './hooks/use-password-policy.js'
export {
  checkPassword,
  passwordRules,
  type CheckedRequirement,
  type PasswordRequirement,
} from './hooks/new-password.js'
export type { LatencyOptions } from './hooks/latency-floor.js'
export {
  useMfaEnrolment,
  type EnrolmentValues,
  type UseMfaEnrolment,
  type UseMfaEnrolmentOptions,
} from './hooks/use-mfa-enrolment.js'
export type { EnrolmentStep, MfaDisabled } from './hooks/enrolment-step.js'
export { useBackupCodes, type UseBackupCodes } from './hooks/use-backup-codes.js'
export type { Proof, ProofKind, ProofValues } from './hooks/use-proof.js'
export type { CodeMessage } from './hooks/use-code-messages.js'
export { useStepUp, type UseStepUp } from './hooks/use-step-up.js'
export type { StepUpRequest } from './client/step-up-queue.js'
export type { LandingOutcome } from './client/oauth-landing.js'
export type { Leaving } from './client/oauth-departure.js'
export { useStepUpRequest, type UseStepUpRequest } from './hooks/use-step-up-request.js'
export {
  useStepUpConfirmation,
  type UseStepUpConfirmation,
} from './hooks/use-step-up-confirmation.js'
export { useOutage } from './hooks/use-outage.js'
export type { Outage } from './client/circuit-breaker.js'
export { useToasts, type UseToasts } from './hooks/use-toasts.js'
export type { Toast, ToastOptions } from './client/toast-board.js'
export { useLastMethod } from './hooks/use-last-method.js'
export {
  useSessions,
  type ListedSession,
  type SessionsListed,
  type UseSessions,
} from './hooks/use-sessions.js'
export {
  useSessionEnded,
  type EndedSession,
  type UseSessionEnded,
  type UseSessionEndedOptions,
} from './hooks/use-session-ended.js'
export {
  useSessionEnding,
  type EndingSession,
  type UseSessionEnding,
  type UseSessionEndingOptions,
} from './hooks/use-session-ending.js'
export {
  useOneTimeCode,
  type CodeAddressValues,
  type CodeChannel,
  type CodeSent,
  type OneTimeCodeValues,
  type UseOneTimeCode,
  type UseOneTimeCodeOptions,
} from './hooks/use-one-time-code.js'
export { useMagicLinkRequest } from './hooks/use-magic-link-request.js'
export {
  useMagicLink,
  type UseMagicLink,
  type UseMagicLinkOptions,
} from './hooks/use-magic-link.js'
export {
  usePasswordResetRequest,
  type UsePasswordResetRequest,
  type UsePasswordResetRequestOptions,
} from './hooks/use-password-reset-request.js'
export {
  usePasswordReset,
  type PasswordReset,
  type PasswordResetValues,
  type UsePasswordReset,
  type UsePasswordResetOptions,
} from './hooks/use-password-reset.js'
export {
  usePasswordChange,
  type PasswordChanged,
  type PasswordChangeValues,
  type UsePasswordChange,
  type UsePasswordChangeOptions,
} from './hooks/use-password-change.js'
export {
  usePasskeys,
  type PasskeyChange,
  type UsePasskeys,
  type UsePasskeysOptions,
} from './hooks/use-passkeys.js'
export {
  usePasskeyAutofill,
  type UsePasskeyAutofill,
  type UsePasskeyAutofillOptions,
} from './hooks/use-passkey-autofill.js'
export {
  useOAuth,
  type RedirectOptions,
  type StartOptions,
  type UseOAuth,
  type UseOAuthOptions,
} from './hooks/use-oauth.js'
export {
  useOAuthCallback,
  type UseOAuthCallback,
  type UseOAuthCallbackOptions,
} from './hooks/use-oauth-callback.js'
export {
  useAccountLinking,
  type Unlinked,
  type UseAccountLinking,
} from './hooks/use-account-linking.js'
export {
  useAnonymousSignIn,
  type UseAnonymousSignIn,
  type UseAnonymousSignInOptions,
} from './hooks/use-anonymous-sign-in.js'
export {
  useDeviceActivation,
  type Deciding,
  type Decision,
  type DeviceRequest,
  type DeviceActivationValues,
  type UseDeviceActivation,
  type UseDeviceActivationOptions,
} from './hooks/use-device-activation.js'
export {
  useDeviceSignIn,
  type UseDeviceSignIn,
  type UseDeviceSignInOptions,
  type WaitingForApproval,
} from './hooks/use-device-sign-in.js'
export {
  useCaptcha,
  type CaptchaHostValues,
  type CaptchaStatus,
  type UseCaptcha,
  type UseCaptchaOptions,
} from './hooks/use-captcha.js'
export { forgetLastMethod } from './client/last-method.js'
export { useRequiredAction } from './hooks/use-required-action.js'
export type { Ready, Submitting } from './hooks/use-flow.js'
export { sameField, showFieldErrors, toFieldError, type FieldFault } from './hooks/form-errors.js'
export {
  useCountdown,
  type CountdownOptions,
  type CountdownState,
} from './primitives/countdown/use-countdown.js'
export { Countdown } from './components/countdown.js'
export type { CountdownProps } from './primitives/countdown/countdown.js'

export { SignIn, type SignInProps } from './components/sign-in.js'
export { MfaChallenge, type MfaChallengeProps } from './components/mfa-challenge.js'
export { SignUp, type SignUpProps } from './components/sign-up.js'
export { ForgotPassword, type ForgotPasswordProps } from './components/forgot-password.js'
export { ResetPassword, type ResetPasswordProps } from './components/reset-password.js'
export { ChangePassword, type ChangePasswordProps } from './components/change-password.js'
export { VerifyEmail, type VerifyEmailProps } from './components/verify-email.js'
export {
  EmailSignIn,
  type EmailSignInMethod,
  type EmailSignInProps,
} from './components/email-sign-in.js'
export {
  EmailSignInButton,
  type EmailSignInButtonProps,
} from './components/email-sign-in-button.js'
export { MfaEnrolment, type MfaEnrolmentProps } from './components/mfa-enrolment.js'
export { BackupCodes, type BackupCodesProps } from './components/backup-codes.js'
export { StepUp, type StepUpProps } from './components/step-up.js'
export { Sessions, type SessionsProps } from './components/sessions.js'
export { SessionEnded, type SessionEndedProps } from './components/session-ended.js'
export { SessionEnding, type SessionEndingProps } from './components/session-ending.js'
export { Toasts, type ToastsProps } from './components/toasts.js'
export { Passkeys, type PasskeysProps } from './components/passkeys.js'
export { PasskeyButton, type PasskeyButtonProps } from './components/passkey-button.js'
export { ProviderButtons, type ProviderButtonsProps } from './components/provider-buttons.js'
export { OAuthCallback, type OAuthCallbackProps } from './components/oauth-callback.js'
export { LinkedAccounts, type LinkedAccountsProps } from './components/linked-accounts.js'
export { DeviceActivation, type DeviceActivationProps } from './components/device-activation.js'
export { GuestButton, type GuestButtonProps } from './components/guest-button.js'
export { AuthLayout, type AuthLayoutProps } from './components/auth-layout.js'
export { UiStateView, type UiStateViewProps } from './components/ui-state-view.js'
export { SignedIn, SignedOut } from './components/signed-in.js'
export { FrameGuard, type FrameGuardProps } from './components/frame-guard.js'
export { SessionHold } from './hooks/session-hold.js'
export type { StateHandlers } from './components/view-props.js'

export type { NamedProvider } from './components/parts/provider-name.js'
export type { PasswordStrength } from './components/parts/new-password-field.js'
export { isUiState, surfaceOf, type Surface } from './components/surface.js'

export { CopyOverride, type CopyOverrideProps } from './i18n/copy-override.js'
export {
  copyOf,
  fieldCopy,
  type CopyReference,
  type CopyValues,
  type StateCopy,
} from './i18n/copy-of.js'
export { useCopy, type Copy } from './i18n/use-copy.js'
export {
  SHIPPED_LANGUAGES,
  type CopyKey,
  type CopyOverrides,
  type LanguageCopy,
} from './i18n/resources.js'

export type {
  AuthUser,
  DeviceSession,
  Identity,
  Passkey,
  PasswordPolicy,
  TotpEnrolment,
} from './backends/actions.js'
export type { AuthClient, Session } from './client/auth-client.js'
export type { AuthEvent, AuthEventOf } from './client/auth-event.js'
export type {
  CaptchaLabels,
  CaptchaOptions,
  CaptchaProvider,
  CaptchaWidget,
} from './captcha/captcha-provider.js'
export type { FieldError, FieldReason, OfferedFactor } from './errors/failure-data.js'
export type { AuthCode } from './errors/catalogue.js'
export type { Factor, Operation } from './errors/operation.js'
export type { MfaRequired, StateOf, UiKind, UiState } from './ui-state/ui-state.js'
