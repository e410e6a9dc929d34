import { altcha } from '../../src/captcha/altcha.js'
import type { CaptchaProvider } from '../../src/captcha/captcha-provider.js'
import { turnstile } from '../../src/captcha/turnstile.js'

/** A page with one captcha, which writes down all that it tells. */
const asked = new URLSearchParams(location.search)
const nonce = asked.get('nonce')

const PROVIDERS: Record<string, () => CaptchaProvider> = {
  altcha: () => altcha({ challengeUrl: '/altcha' }),
  turnstile: () =>
    turnstile({
      siteKey: '3x00000000000000000000FF',
      scriptUrl: '/vendor/turnstile.js',
      ...(nonce !== null && { nonce }),
    }),
}

function tell(words: string): void {
  const line = document.createElement('li')
  line.textContent = words
  document.querySelector('ol')?.append(line)
}

const host = document.querySelector('main')
if (host) {
  PROVIDERS[asked.get('captcha') ?? '']?.().mount(host, {
    siteKey: null,
    language: 'en',
    labels: { confirm: 'I am a person', working: 'Checking', done: 'Done' },
    onToken: (token) => tell(`token ${token}`),
    onExpire: () => tell('expired'),
    onError: (error) => tell(String(error)),
  })
}
