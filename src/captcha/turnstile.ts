import type { CaptchaProvider } from './captcha-provider.js'
import {
  scriptedCaptcha,
  type ScriptedCaptchaOptions,
  type Vendor,
  type WidgetFacts,
} from './scripted-captcha.js'
import { vendorError } from './vendor-error.js'

/** Settings of Turnstile; all may be left out where the server names the site key. */
export interface TurnstileOptions extends ScriptedCaptchaOptions {
  /** Name of what is protected, where the server names none: up to 32 letters, digits, `_` and `-`. */
  action?: string | undefined
}

interface TurnstileApi {
  render: (place: HTMLElement, options: Record<string, unknown>) => string | null | undefined
  reset: (id: string) => void
  remove: (id: string) => void
}

/** Cloudflare Turnstile (developers.cloudflare.com/turnstile). */
export function turnstile(options: TurnstileOptions = {}): CaptchaProvider {
  return scriptedCaptcha(TURNSTILE, options)
}

const TURNSTILE: Vendor<TurnstileApi> = {
  id: 'turnstile',
  address: 'https://challenges.cloudflare.com/turnstile/v0/api.js',
  sources: ['https://challenges.cloudflare.com/turnstile/'],
  parameters: { render: 'explicit' },
  global: 'turnstile',
  functions: ['render', 'reset', 'remove'],
  selfSolving: true,
  draw(api, place, facts) {
    const id = api.render(place, renderOptions(facts))
    if (typeof id !== 'string') throw vendorError('turnstile', 'render')
    return { reset: () => api.reset(id), remove: () => api.remove(id) }
  },
}

function renderOptions(facts: WidgetFacts): Record<string, unknown> {
  return {
    sitekey: facts.siteKey,
    ...(facts.action !== null && { action: facts.action }),
    theme: facts.theme,
    language: facts.language,
    size: 'flexible',
    // The token goes to the flow, not into a form.
    'response-field': false,
    // A token that ran out is reported; the widget's retry after an error stays as it is.
    'refresh-expired': 'manual',
    callback: facts.onToken,
    'expired-callback': facts.onExpire,
    'timeout-callback': facts.onExpire,
    'unsupported-callback': () => facts.onError(vendorError('turnstile', 'unsupported')),
    'error-callback'(code: unknown) {
      facts.onError(vendorError('turnstile', code))
      // Seen to: the widget would write to the console otherwise.
      return true
    },
  }
}
