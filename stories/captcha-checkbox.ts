import type { CaptchaProvider } from '../src/index.js'

/**
 * A captcha that is a checkbox: ticking it hands out what `solve` gives, and unticking it lets that token expire.
 * It loads nothing, so that stories need no vendor.
 */
export function captchaCheckbox(solve: () => string): CaptchaProvider {
  return {
    id: 'checkbox',
    mount(host, { siteKey, onToken, onExpire }) {
      const label = host.ownerDocument.createElement('label')
      const box = host.ownerDocument.createElement('input')
      box.type = 'checkbox'
      if (siteKey) box.dataset['siteKey'] = siteKey
      box.addEventListener('change', () => (box.checked ? onToken(solve()) : onExpire()))
      label.append(box, ' I am a person')
      host.append(label)
      return {
        reset: () => {
          box.checked = false
        },
        dispose: () => label.remove(),
      }
    },
  }
}

/** A captcha whose script never arrives. */
export const BROKEN_CAPTCHA: CaptchaProvider = {
  id: 'broken',
  mount() {
    throw new TypeError('Failed to load the script')
  },
}
