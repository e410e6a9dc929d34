/** What a provider says itself, in the user's language. */
export interface CaptchaLabels {
  /** Of a checkbox that starts the check. */
  confirm: string
  /** While the check runs. */
  working: string
  /** Once it is passed. */
  done: string
}

/** What a provider is given to draw its check with, and whom it tells of the outcome. */
export interface CaptchaOptions {
  /** The site key the server named, or null: the provider then uses its own. */
  siteKey: string | null
  /** Name the server expects the token to carry for what it protects; null or absent where it expects none. */
  action?: string | null | undefined
  /** BCP 47 tag. */
  language: string
  /** For providers that draw their own check; a vendor's widget brings its words along. */
  labels?: CaptchaLabels | undefined
  /** A fresh token. Each is good for one request. */
  onToken: (token: string) => void
  /** The last token is no longer good and no new one was made. */
  onExpire: () => void
  /** The check could not be loaded or carried out. */
  onError: (error: unknown) => void
}

/** A captcha on the page. */
export interface CaptchaWidget {
  /** Asks for a new solution; a captcha token is good for one request only. */
  reset: () => void
  /** Takes the widget and all it listens to off the page. May be called twice. */
  dispose: () => void
}

/** A captcha service. `mount` may load its script; until that is done the host stays empty. */
export interface CaptchaProvider {
  /** Names it, such as `turnstile`. */
  readonly id: string
  /** True where it has no site key of its own and cannot do without one: the backend is then asked for it. */
  readonly needsSiteKey?: boolean | undefined
  /** True where tokens may come without the user doing anything: one that was refused is then not replaced unasked. */
  readonly selfSolving?: boolean | undefined
  /** Draws the check into an empty element of the page. What fails later on goes to `onError`. */
  mount: (host: HTMLElement, options: CaptchaOptions) => CaptchaWidget
}
