import { JSDOM, requestInterceptor, VirtualConsole } from 'jsdom'
import { vi } from 'vitest'
import type { CaptchaOptions, CaptchaProvider } from '../../src/captcha/captcha-provider.js'
import { STAND_IN, type StandIn } from './stand-in.js'

export interface PageOptions {
  /** What the page holds before any captcha is mounted. */
  html?: string
  /** Answers each script the page asks for; the stand-in by default. */
  answer?: (url: string) => Response | Promise<Response>
}

export function script(source = STAND_IN): Response {
  return new Response(source, { headers: { 'content-type': 'text/javascript' } })
}

/** A page of its own with a network of its own, and a record of what it asked for. */
export function openPage({ html = '', answer = () => script() }: PageOptions = {}) {
  const requests: string[] = []
  const { window } = new JSDOM(`<!doctype html><head></head><body>${html}<main></main></body>`, {
    url: 'https://app.example/sign-in',
    runScripts: 'dangerously',
    resources: {
      interceptors: [
        requestInterceptor(async ({ url }) => {
          const { origin, pathname } = new URL(url)
          requests.push(`${origin}${pathname}`)
          return answer(url)
        }),
      ],
    },
    // What a page writes to its console when a script is missing is no news here.
    virtualConsole: new VirtualConsole(),
  })
  const host = window.document.querySelector('main')!
  return {
    window,
    host,
    requests,
    standIn: () => Reflect.get(window, 'standIn') as StandIn,
    scripts: () => [...window.document.querySelectorAll('script')],
    mount: (provider: CaptchaProvider, options: Partial<CaptchaOptions> = {}) =>
      mountOn(host, provider, options),
  }
}

/** Mounts a captcha and writes down all that it tells. */
export function mountOn(
  host: HTMLElement,
  provider: CaptchaProvider,
  options: Partial<CaptchaOptions>,
) {
  const told = { onToken: vi.fn<(token: string) => void>(), onExpire: vi.fn(), onError: vi.fn() }
  const widget = provider.mount(host, { siteKey: null, language: 'en', ...told, ...options })
  return { ...told, ...widget, tokens: () => told.onToken.mock.calls.flat() }
}
