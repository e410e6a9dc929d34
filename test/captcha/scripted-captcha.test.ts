import { describe, expect, it, vi } from 'vitest'
import { hcaptcha } from '../../src/captcha/hcaptcha.js'
import { recaptcha, recaptchaScore } from '../../src/captcha/recaptcha.js'
import type { ScriptedCaptchaOptions } from '../../src/captcha/scripted-captcha.js'
import { turnstile } from '../../src/captcha/turnstile.js'
import { openPage, script } from './page.js'

/** A key of the stand-in's that asks the user, and one that passes by itself. */
const ASKS = '3x00000000000000000000FF'
const PASSES = '1x00000000000000000000AA'
const BLOCKS = '2x00000000000000000000AB'

const CHECKBOXES = [
  {
    id: 'turnstile',
    create: turnstile,
    address: 'https://challenges.cloudflare.com/turnstile/v0/api.js',
    parameters: { render: 'explicit' },
  },
  {
    id: 'hcaptcha',
    create: hcaptcha,
    address: 'https://js.hcaptcha.com/1/api.js',
    parameters: { render: 'explicit', recaptchacompat: 'off', sentry: 'false' },
  },
  {
    id: 'recaptcha',
    create: recaptcha,
    address: 'https://www.google.com/recaptcha/api.js',
    parameters: { render: 'explicit', trustedtypes: 'true' },
  },
] as const

const box = (host: HTMLElement) => host.querySelector<HTMLInputElement>('input[type=checkbox]')

describe.each(CHECKBOXES)('$id', ({ id, create, address, parameters }) => {
  const own = (options: ScriptedCaptchaOptions = {}) => create({ siteKey: ASKS, ...options })

  async function shown(options: Parameters<typeof openPage>[0] = {}) {
    const page = openPage(options)
    const check = page.mount(own())
    await vi.waitFor(() => expect(box(page.host)).not.toBeNull())
    return { ...page, check, widget: page.standIn().widgets[0]! }
  }

  it('SEC-22: asks for the vendor’s script and for nothing else', async () => {
    const { requests, standIn, check } = await shown()
    expect(requests).toEqual([address])
    expect(standIn().query).toMatchObject(parameters)
    expect(check.onError).not.toHaveBeenCalled()
  })

  it('hands out a token once the user has passed, and each token once', async () => {
    const { host, check, widget } = await shown()
    box(host)!.click()
    expect(check.tokens()).toEqual([`${id}-token-1`])
    widget.options.callback!(`${id}-token-1`)
    expect(check.tokens()).toHaveLength(1)
  })

  it('REL-40: makes another token after each reset, in the same widget', async () => {
    const { host, check, widget, standIn } = await shown()
    box(host)!.click()
    check.reset()
    check.reset()
    expect(box(host)).toHaveProperty('checked', false)
    box(host)!.click()
    expect(check.tokens()).toEqual([`${id}-token-1`, `${id}-token-2`])
    expect(standIn().widgets).toHaveLength(1)
    expect(widget.resets).toBe(2)
  })

  it('REL-40: says when a token has expired and when the widget cannot go on', async () => {
    const { check, widget } = await shown()
    widget.options['expired-callback']!()
    expect(check.onExpire).toHaveBeenCalledOnce()
    widget.options['error-callback']!('110600')
    expect(check.onError).toHaveBeenCalledExactlyOnceWith(expect.any(Error))
  })

  it('REL-34: is there once after a double mount, by one script', async () => {
    const page = openPage()
    const first = page.mount(own())
    first.dispose()
    const second = page.mount(own())
    await vi.waitFor(() => expect(box(page.host)).not.toBeNull())
    expect(page.host.querySelectorAll('input')).toHaveLength(1)
    expect(page.requests).toEqual([address])
    box(page.host)!.click()
    expect(first.tokens()).toEqual([])
    expect(second.tokens()).toHaveLength(1)
  })

  it('shows two widgets side by side by one script', async () => {
    const page = openPage()
    const checks = [page.mount(own()), page.mount(own())]
    await vi.waitFor(() => expect(page.host.querySelectorAll('input')).toHaveLength(2))
    page.host.querySelectorAll('input').forEach((each) => each.click())
    expect(checks.flatMap((check) => check.tokens())).toHaveLength(2)
    expect(page.requests).toHaveLength(1)
  })

  it('uses the script that is on the page already', async () => {
    const page = await shown()
    page.mount(own())
    await vi.waitFor(() => expect(page.standIn().widgets).toHaveLength(2))
    expect(page.requests).toHaveLength(1)
  })

  it('REL-40: is silent after it was taken off the page, which may be said twice', async () => {
    const { host, check, widget } = await shown()
    check.dispose()
    check.dispose()
    check.reset()
    expect(host.childElementCount).toBe(0)
    widget.options.callback!('late')
    widget.options['expired-callback']!()
    widget.options['error-callback']!('late')
    for (const told of [check.onToken, check.onExpire, check.onError]) {
      expect(told).not.toHaveBeenCalled()
    }
  })

  it('goes quietly when the page has taken the vendor’s elements away before', async () => {
    const { host, check, widget } = await shown()
    widget.removed = true
    host.replaceChildren()
    expect(() => check.dispose()).not.toThrow()
  })

  it('SEC-30: reports a script that cannot be loaded, and loads it at the next try', async () => {
    let blocked = true
    const page = openPage({
      answer: () => (blocked ? new Response('', { status: 503 }) : script()),
    })
    const check = page.mount(own())
    await vi.waitFor(() => expect(check.onError).toHaveBeenCalledOnce())
    expect(String(check.onError.mock.calls[0])).toContain(`${address} could not be loaded`)
    expect(page.scripts()).toEqual([])
    blocked = false
    check.reset()
    await vi.waitFor(() => expect(box(page.host)).not.toBeNull())
  })

  it('SEC-30: reports a script that does not arrive', async () => {
    const page = openPage({ answer: () => new Promise<Response>(() => {}) })
    const check = page.mount(own({ loadTimeoutMs: 1 }))
    await vi.waitFor(() => expect(check.onError).toHaveBeenCalledOnce())
    expect(String(check.onError.mock.calls[0])).toMatch(/was not ready after 1 ms/)
    expect(page.scripts()).toEqual([])
    expect(Object.keys(page.window).filter((name) => name.startsWith('gatewright'))).toEqual([])
  })

  it('SEC-30: reports a script that is not what it should be', async () => {
    const page = openPage({
      answer: (url) =>
        script(`window[${JSON.stringify(new URL(url).searchParams.get('onload'))}]()`),
    })
    const check = page.mount(own())
    await vi.waitFor(() => expect(check.onError).toHaveBeenCalledOnce())
    expect(String(check.onError.mock.calls[0])).toMatch(/made no usable "\w+"/)
  })

  it('SEC-30: is not taken in by elements and frames that call themselves the vendor', async () => {
    const global = id === 'recaptcha' ? 'grecaptcha' : id
    const page = openPage({
      html: `<iframe name="${global}"></iframe><form id="${global}"><input name="render"></form>`,
    })
    const stranger = vi.fn()
    const frame = page.window.frames[0]!
    Object.assign(frame, { render: stranger, reset: stranger, remove: stranger, execute: stranger })
    expect(Reflect.get(page.window, global)).toBe(frame)

    const check = page.mount(own())
    await vi.waitFor(() => expect(box(page.host)).not.toBeNull())
    expect(page.requests).toEqual([address])
    expect(stranger).not.toHaveBeenCalled()
    expect(check.onError).not.toHaveBeenCalled()
  })

  it('SEC-30: takes no element for Trusted Types', async () => {
    const { check } = await shown({
      html: '<form id="trustedTypes"><input name="createPolicy"></form>',
    })
    expect(check.onError).not.toHaveBeenCalled()
  })

  it('SEC-30: carries the nonce of the page', async () => {
    const page = openPage()
    page.mount(own({ nonce: 'r4nd0m' }))
    await vi.waitFor(() => expect(box(page.host)).not.toBeNull())
    expect(page.scripts().map((element) => element.getAttribute('nonce'))).toEqual(['r4nd0m'])
  })

  it('SEC-30: may load a copy from the app’s own origin, whatever a <base> says', async () => {
    const page = openPage({ html: '<base href="https://evil.example/">' })
    page.mount(own({ scriptUrl: `/vendor/${id}.js?v=2` }))
    await vi.waitFor(() => expect(box(page.host)).not.toBeNull())
    expect(page.requests).toEqual([`https://app.example/vendor/${id}.js`])
    expect(page.standIn().query).toMatchObject({ v: '2', ...parameters })
  })

  it('SEC-30: loads nothing from any other place', async () => {
    const page = openPage()
    const { host, pathname } = new URL(address)
    for (const scriptUrl of [
      address.replace('https:', 'http:'),
      `https://${host}.evil.example${pathname}`,
      `https://${host}@evil.example${pathname}`,
      `https://${host}:8443${pathname}`,
      `https://${host}/elsewhere/api.js`,
      '//evil.example/api.js',
      'https://app.example.evil.example/api.js',
      'blob:https://app.example/0b6f8a3e',
      'data:text/javascript,alert(1)',
      'http://[',
    ]) {
      const check = page.mount(own({ scriptUrl }))
      await vi.waitFor(() => expect(check.onError, scriptUrl).toHaveBeenCalledOnce())
      expect(String(check.onError.mock.calls[0])).toContain(`${scriptUrl}", which is not a place`)
    }
    expect(page.requests).toEqual([])
    expect(page.scripts()).toEqual([])
  })

  it('takes the server’s key before its own, and says when it has none', async () => {
    const page = openPage()
    page.mount(own(), { siteKey: '3x-of-the-server' })
    await vi.waitFor(() => expect(box(page.host)).not.toBeNull())
    expect(page.standIn().widgets[0]?.options['sitekey']).toBe('3x-of-the-server')

    expect(own().needsSiteKey).toBe(false)
    const keyless = create({})
    expect(keyless.needsSiteKey).toBe(true)
    const check = page.mount(keyless)
    await vi.waitFor(() => expect(check.onError).toHaveBeenCalledOnce())
    expect(String(check.onError.mock.calls[0])).toContain(`${id}({ siteKey })`)
  })

  it('refuses an empty key where it is given', () => {
    expect(() => create({ siteKey: '' })).toThrow(`Gatewright: ${id}({ siteKey }) is "".`)
  })

  it('takes the look of its surroundings, unless it is told one', async () => {
    const page = openPage()
    const looks = [
      ['auto', '', 'light'],
      ['auto', 'color-scheme: dark', 'dark'],
      ['auto', 'color-scheme: light', 'light'],
      ['dark', 'color-scheme: light', 'dark'],
      ['light', 'color-scheme: dark', 'light'],
    ] as const
    for (const [theme, style] of looks) {
      page.host.setAttribute('style', style)
      page.mount(own({ theme }))
    }
    await vi.waitFor(() => expect(page.standIn()?.widgets).toHaveLength(looks.length))
    const drawn = page.standIn().widgets.map(({ options }) => options['theme'])
    expect(drawn).toEqual(looks.map(([, , look]) => look))
  })

  it('names the language as the vendor does', async () => {
    const page = openPage()
    const tags = { 'de-AT': 'de', pt: 'pt-BR', 'pt-PT': 'pt', 'zh-HK': 'zh-TW', zh: 'zh-CN' }
    for (const language of Object.keys(tags)) page.mount(own(), { language })
    await vi.waitFor(() => expect(page.standIn()?.widgets).toHaveLength(5))
    const spoken = page.standIn().widgets.map(({ options }) => options['language'] ?? options['hl'])
    expect(spoken).toEqual(Object.values(tags))
  })
})

describe('turnstile', () => {
  it('states the action the server expects, else its own', async () => {
    const page = openPage()
    page.mount(turnstile({ siteKey: ASKS, action: 'login' }), { action: 'password-reset' })
    page.mount(turnstile({ siteKey: ASKS, action: 'login' }))
    page.mount(turnstile({ siteKey: ASKS }))
    await vi.waitFor(() => expect(page.standIn()?.widgets).toHaveLength(3))
    expect(page.standIn().widgets.map(({ options }) => options['action'])).toEqual([
      'password-reset',
      'login',
      undefined,
    ])
  })

  it('may pass without the user, and says so beforehand', async () => {
    const provider = turnstile({ siteKey: PASSES })
    expect(provider.selfSolving).toBe(true)
    const check = openPage().mount(provider)
    await vi.waitFor(() => expect(check.tokens()).toEqual(['turnstile-token-1']))
  })

  it('says that it blocks, and keeps its own retry', async () => {
    const page = openPage()
    const check = page.mount(turnstile({ siteKey: BLOCKS }))
    await vi.waitFor(() => expect(check.onError).toHaveBeenCalledOnce())
    const { options } = page.standIn().widgets[0]!
    expect(options).not.toHaveProperty('retry')
    expect(options['error-callback']!('300030')).toBe(true)
    options.callback!('after its own retry')
    expect(check.tokens()).toEqual(['after its own retry'])
  })

  it('counts a challenge that timed out as expired', async () => {
    const page = openPage()
    const check = page.mount(turnstile({ siteKey: ASKS }))
    await vi.waitFor(() => expect(box(page.host)).not.toBeNull())
    page.standIn().widgets[0]!.options['timeout-callback']!()
    expect(check.onExpire).toHaveBeenCalledOnce()
  })
})

describe('hcaptcha', () => {
  it('tells a challenge that ran out from one that was closed', async () => {
    const page = openPage()
    const check = page.mount(hcaptcha({ siteKey: ASKS }))
    await vi.waitFor(() => expect(box(page.host)).not.toBeNull())
    const { options } = page.standIn().widgets[0]!
    options['error-callback']!('challenge-closed')
    expect(check.onError).not.toHaveBeenCalled()
    options['chalexpired-callback']!()
    expect(check.onExpire).toHaveBeenCalledOnce()
  })
})

describe('recaptchaScore', () => {
  it('takes a token by itself, and another at each reset', async () => {
    const page = openPage()
    const provider = recaptchaScore({ siteKey: ASKS, action: 'login' })
    expect(provider.selfSolving).toBe(true)
    const check = page.mount(provider)
    await vi.waitFor(() => expect(check.tokens()).toEqual(['recaptcha-token-1']))
    expect(page.standIn().widgets[0]).toMatchObject({
      action: 'login',
      options: { size: 'invisible', badge: 'inline' },
    })
    check.reset()
    await vi.waitFor(() =>
      expect(check.tokens()).toEqual(['recaptcha-token-1', 'recaptcha-token-2']),
    )
  })

  it('shares its script with the checkbox', async () => {
    const page = openPage()
    const check = page.mount(recaptchaScore({ siteKey: ASKS }))
    page.mount(recaptcha({ siteKey: ASKS }))
    await vi.waitFor(() => expect(page.standIn()?.widgets).toHaveLength(2))
    await vi.waitFor(() => expect(check.tokens()).toHaveLength(1))
    expect(page.requests).toHaveLength(1)
  })

  it('says that a token is two minutes old, and forgets that when it is gone', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const page = openPage()
      const left = page.mount(recaptchaScore({ siteKey: ASKS }))
      const gone = page.mount(recaptchaScore({ siteKey: ASKS }))
      await vi.waitFor(() => {
        expect(left.tokens()).toHaveLength(1)
        expect(gone.tokens()).toHaveLength(1)
      })
      gone.dispose()
      vi.advanceTimersByTime(120_000)
      expect(left.onExpire).toHaveBeenCalledOnce()
      expect(gone.onExpire).not.toHaveBeenCalled()
    } finally {
      vi.useRealTimers()
    }
  })

  it('says that there is no connection', async () => {
    const check = openPage().mount(recaptchaScore({ siteKey: BLOCKS }))
    await vi.waitFor(() => expect(check.onError).toHaveBeenCalledOnce())
    expect(check.tokens()).toEqual([])
  })
})
