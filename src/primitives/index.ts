export { AnnouncerProvider, useAnnounce, type Announce } from './announcer/announcer.js'
export { LiveRegion, type LiveRegionProps, type Politeness } from './announcer/live-region.js'
export { CaptchaHost, type CaptchaHostProps } from './captcha-host/captcha-host.js'
export { Countdown, type CountdownProps } from './countdown/countdown.js'
export {
  useCountdown,
  type CountdownOptions,
  type CountdownState,
} from './countdown/use-countdown.js'
export { Dialog, type DialogProps } from './dialog/dialog.js'
export {
  Field,
  FieldDescription,
  FieldError,
  FieldInput,
  FieldLabel,
  type FieldErrorProps,
  type FieldProps,
} from './field/field.js'
export { FieldContext, type FieldContextValue } from './field/field-context.js'
export { useFieldControl, type ControlProps } from './field/use-field-control.js'
export { normaliseCode, type CodeAlphabet } from './otp-field/normalise-code.js'
export { OtpField, type OtpFieldProps } from './otp-field/otp-field.js'
export { PasswordField, type PasswordFieldProps } from './password-field/password-field.js'
export { Spinner, WaitStatus, type SpinnerProps, type WaitStatusProps } from './spinner/spinner.js'
export { useWaitStage, type WaitStage } from './spinner/use-wait-stage.js'
export { VisuallyHidden } from './visually-hidden/visually-hidden.js'
