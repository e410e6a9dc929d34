import { http, HttpResponse } from 'msw'
import { expect, fn, mocked, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { altcha } from '../../src/captcha/altcha.js'
import { hcaptcha } from '../../src/captcha/hcaptcha.js'
import { recaptcha, recaptchaScore } from '../../src/captcha/recaptcha.js'
import { turnstile } from '../../src/captcha/turnstile.js'
import { CaptchaHost } from '../../src/primitives/index.js'
import { altchaChallenges, vendorScripts } from '../captcha-site.js'
import { inCard } from '../surroundings.js'

const meta = preview.meta({
  title: 'captcha/providers',
  component: CaptchaHost,
  args: {
    provider: altcha({ challengeUrl: '/altcha' }),
    siteKey: null,
    language: 'en',
    label: 'Security check',
    labels: {
      confirm: "I'm not a robot",
      working: 'The security check is running.',
      done: 'Security check complete.',
    },
    onToken: fn(),
    onExpire: fn(),
    onError: fn(),
  },
  argTypes: { provider: { control: false } },
  decorators: inCard,
  beforeEach({ msw }) {
    msw.use(vendorScripts, altchaChallenges)
  },
})

/** A key with which the stand-in asks the user, and one with which it passes by itself. */
const ASKS = '3x00000000000000000000FF'
const PASSES = '1x00000000000000000000AA'

export const Turnstile = meta.story({
  args: {
    provider: turnstile({ siteKey: ASKS, scriptUrl: '/vendor/turnstile.js', action: 'sign-in' }),
  },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'I am human' }))
    await expect(args.onToken).toHaveBeenCalledOnce()
    await expect(args.onError).not.toHaveBeenCalled()
  },
})

export const TurnstilePassesByItself = meta.story({
  args: { provider: turnstile({ siteKey: PASSES, scriptUrl: '/vendor/turnstile.js' }) },
  play: async ({ args }) => {
    await waitFor(() => expect(args.onToken).toHaveBeenCalledOnce())
    await expect(args.onError).not.toHaveBeenCalled()
  },
})

export const Hcaptcha = Turnstile.extend({
  args: { provider: hcaptcha({ siteKey: ASKS, scriptUrl: '/vendor/hcaptcha.js' }) },
})

export const Recaptcha = Turnstile.extend({
  args: { provider: recaptcha({ siteKey: ASKS, scriptUrl: '/vendor/recaptcha.js' }) },
})

export const RecaptchaScore = TurnstilePassesByItself.extend({
  args: { provider: recaptchaScore({ siteKey: ASKS, scriptUrl: '/vendor/recaptcha.js' }) },
})

export const Altcha = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByRole('checkbox', { name: "I'm not a robot" })
    box.focus()
    await userEvent.keyboard(' ')
    await expect(canvas.getByRole('status')).toHaveTextContent('The security check is running.')
    await waitFor(() => expect(args.onToken).toHaveBeenCalledOnce())
    await expect(canvas.getByRole('status')).toHaveTextContent('Security check complete.')
    await expect(box).toBeChecked()
    await expect(box).toHaveFocus()
  },
})

export const AltchaOfAServerThatIsDown = meta.story({
  beforeEach({ msw }) {
    msw.use(http.get('*/altcha', () => new HttpResponse(null, { status: 503 })))
  },
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByRole('checkbox', { name: "I'm not a robot" })
    await userEvent.click(box)
    await waitFor(() => expect(args.onError).toHaveBeenCalledOnce())
    await expect(String(mocked(args.onError).mock.calls[0])).toContain('answered 503')
    await expect(box).not.toBeChecked()
  },
})
