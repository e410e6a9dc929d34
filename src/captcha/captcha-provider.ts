export interface CaptchaOptions {
  /** The site key the server named, or null: the provider then uses its own. */
  siteKey: string | null
  /** BCP 47 tag. */
  language: string
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
  readonly id: string
  mount: (host: HTMLElement, options: CaptchaOptions) => CaptchaWidget
}
