import type { CaptchaProvider } from './captcha-provider.js'
import {
  scriptedCaptcha,
  type DrawnWidget,
  type ScriptedCaptchaOptions,
  type Vendor,
  type WidgetFacts,
} from './scripted-captcha.js'
import type { VendorScript } from './script-source.js'
import { vendorError } from './vendor-error.js'

/** Settings of reCAPTCHA v2; all may be left out where the server names the site key. */
export type RecaptchaOptions = ScriptedCaptchaOptions

/** Settings of reCAPTCHA v3. */
export interface RecaptchaScoreOptions extends ScriptedCaptchaOptions {
  /** Name of what is protected, where the server names none: letters, digits, `_` and `/`. */
  action?: string | undefined
}

interface RecaptchaApi {
  render: (place: HTMLElement, options: Record<string, unknown>) => number
  reset: (id: number) => void
  execute: (id: number, options: { action?: string }) => PromiseLike<string>
}

/** A score token is good for two minutes (developers.google.com/recaptcha/docs/v3). */
const SCORE_TOKEN_MS = 120_000

/** reCAPTCHA v2, the checkbox (developers.google.com/recaptcha/docs/display). */
export function recaptcha(options: RecaptchaOptions = {}): CaptchaProvider {
  return scriptedCaptcha(CHECKBOX, options)
}

/** reCAPTCHA v3, which asks nothing of the user and gives the server a score (developers.google.com/recaptcha/docs/v3). */
export function recaptchaScore(options: RecaptchaScoreOptions = {}): CaptchaProvider {
  return scriptedCaptcha(SCORE, options)
}

const SCRIPT = {
  id: 'recaptcha',
  address: 'https://www.google.com/recaptcha/api.js',
  sources: ['https://www.google.com/recaptcha/', 'https://www.recaptcha.net/recaptcha/'],
  // One script serves both versions; `trustedtypes` asks for the one that keeps to Trusted Types.
  parameters: { render: 'explicit', trustedtypes: 'true' },
  global: 'grecaptcha',
  functions: ['render', 'reset', 'execute'],
} as const satisfies VendorScript

const CHECKBOX: Vendor<RecaptchaApi> = {
  ...SCRIPT,
  draw(api, place, { siteKey, theme, language, onToken, onExpire, onError }) {
    const id = api.render(place, {
      sitekey: siteKey,
      theme,
      hl: language,
      callback: onToken,
      'expired-callback': onExpire,
      'error-callback': () => onError(vendorError('recaptcha', 'network')),
    })
    // There is no call to remove a widget: it goes with its element.
    return { reset: () => api.reset(id), remove: () => api.reset(id) }
  },
}

const SCORE: Vendor<RecaptchaApi> = {
  ...SCRIPT,
  selfSolving: true,
  draw(api, place, facts) {
    const id = api.render(place, {
      sitekey: facts.siteKey,
      theme: facts.theme,
      hl: facts.language,
      size: 'invisible',
      badge: 'inline',
    })
    return score(api, id, facts)
  },
}

function score(api: RecaptchaApi, id: number, facts: WidgetFacts): DrawnWidget {
  const { action, onToken, onExpire, onError } = facts
  let round = 0
  let expiry: ReturnType<typeof setTimeout> | undefined

  async function judge(): Promise<void> {
    round += 1
    const own = round
    clearTimeout(expiry)
    try {
      const token: unknown = await api.execute(id, action === null ? {} : { action })
      if (own !== round) return
      if (typeof token !== 'string' || token === '') throw vendorError('recaptcha', 'no token')
      expiry = setTimeout(onExpire, SCORE_TOKEN_MS)
      onToken(token)
    } catch (error) {
      if (own === round) onError(error)
    }
  }

  void judge()
  return {
    reset: () => void judge(),
    remove() {
      round += 1
      clearTimeout(expiry)
      api.reset(id)
    },
  }
}
