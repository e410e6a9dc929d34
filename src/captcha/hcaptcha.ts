import type { CaptchaProvider } from './captcha-provider.js'
import { scriptedCaptcha, type ScriptedCaptchaOptions, type Vendor } from './scripted-captcha.js'
import { vendorError } from './vendor-error.js'

/** Settings of hCaptcha; all may be left out where the server names the site key. */
export type HcaptchaOptions = ScriptedCaptchaOptions

interface HcaptchaApi {
  render: (place: HTMLElement, options: Record<string, unknown>) => string
  reset: (id: string) => void
  remove: (id: string) => void
}

/** hCaptcha (docs.hcaptcha.com). */
export function hcaptcha(options: HcaptchaOptions = {}): CaptchaProvider {
  return scriptedCaptcha(HCAPTCHA, options)
}

const HCAPTCHA: Vendor<HcaptchaApi> = {
  id: 'hcaptcha',
  address: 'https://js.hcaptcha.com/1/api.js',
  sources: ['https://js.hcaptcha.com/1/', 'https://hcaptcha.com/1/'],
  // No stand-in for Google's global, and no error reports to a third company.
  parameters: { render: 'explicit', recaptchacompat: 'off', sentry: 'false' },
  global: 'hcaptcha',
  functions: ['render', 'reset', 'remove'],
  draw(api, place, { siteKey, theme, language, onToken, onExpire, onError }) {
    const id = api.render(place, {
      sitekey: siteKey,
      theme,
      hl: language,
      callback: onToken,
      'expired-callback': onExpire,
      'chalexpired-callback': onExpire,
      'error-callback'(code: unknown) {
        // Who closes the challenge has met no fault.
        if (code !== 'challenge-closed') onError(vendorError('hcaptcha', code))
      },
    })
    return { reset: () => api.reset(id), remove: () => api.remove(id) }
  },
}
