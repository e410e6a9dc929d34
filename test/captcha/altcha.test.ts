import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { JSDOM, VirtualConsole } from 'jsdom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { altcha, type AltchaOptions } from '../../src/captcha/altcha.js'
import { altchaServer } from './altcha-server.js'
import { mountOn } from './page.js'

const LABELS = { confirm: 'I am a person', working: 'Checking', done: 'Done' }

type Answer = (response: ServerResponse) => void | Promise<void>

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** A page of a real server on loopback, with the check in it. */
async function open(options: Partial<AltchaOptions> = {}, first?: Answer) {
  const judge = altchaServer()
  const requests: IncomingMessage[] = []
  const scene = { answer: first ?? sends(() => judge.challenge()) }
  const server = createServer((request, response) => {
    requests.push(request)
    void scene.answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { window } = new JSDOM('<main></main>', {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sign-in`,
    runScripts: 'dangerously',
    resources: { interceptors: [] },
    virtualConsole: new VirtualConsole(),
  })
  const host = window.document.querySelector('main')!
  const provider = altcha({ challengeUrl: '/altcha', ...options })
  const check = mountOn(host, provider, { labels: LABELS })
  const box = host.querySelector('input')!
  const status = () => host.querySelector('[role=status]')!.textContent
  const passed = () => vi.waitFor(() => expect(check.onToken).toHaveBeenCalled())
  return { judge, requests, scene, window, host, check, box, status, passed }
}

const sends =
  (body: () => unknown, headers: Record<string, string> = {}): Answer =>
  async (response) => {
    const json = JSON.stringify(await body())
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(json)
  }

describe('altcha', () => {
  it('A11Y-15: is a named checkbox that says how far the check is and leaves the focus where it is', async () => {
    const { window, host, box, status, passed } = await open()
    expect(box.labels?.[0]?.textContent).toBe('I am a person')
    expect(status()).toBe('')
    box.focus()
    box.click()
    expect(status()).toBe('Checking')
    expect(box.getAttribute('aria-disabled')).toBe('true')
    expect(window.document.activeElement).toBe(box)
    await passed()
    expect(status()).toBe('Done')
    expect(box.checked).toBe(true)
    expect(window.document.activeElement).toBe(box)
    expect(host.querySelector('[data-gw=altcha]')).toHaveProperty('dataset.state', 'done')
  })

  it('SEC-22: is passed by its own server alone, for real', async () => {
    const { box, requests, check, judge, passed } = await open()
    expect(requests).toHaveLength(0)
    box.click()
    await passed()
    expect(requests.map(({ url, headers }) => [url, headers.cookie])).toEqual([
      ['/altcha', undefined],
    ])
    const [token] = check.tokens()
    expect(await judge.accepts(token!)).toBe(true)
    expect(await judge.accepts(token!)).toBe(false)
  })

  it.each(['SHA-256', 'PBKDF2/SHA-512'])('solves %s too', async (algorithm) => {
    const { box, check, judge, scene, passed } = await open()
    scene.answer = sends(() => judge.challenge({ algorithm, data: { place: 'Zürich, 東京' } }))
    box.click()
    await passed()
    expect(await judge.accepts(check.tokens()[0]!)).toBe(true)
  })

  it('REL-40: asks for one challenge however often it is pressed, and for another after a reset', async () => {
    const { box, requests, check, judge, status, passed } = await open()
    box.click()
    box.click()
    await passed()
    box.click()
    expect(box.checked).toBe(true)
    expect(requests).toHaveLength(1)

    check.reset()
    check.reset()
    expect([box.checked, box.getAttribute('aria-disabled'), status()]).toEqual([false, 'false', ''])
    box.click()
    await vi.waitFor(() => expect(check.tokens()).toHaveLength(2))
    const [first, second] = check.tokens()
    expect(second).not.toBe(first)
    expect(await judge.accepts(second!)).toBe(true)
  })

  it('REL-40: drops a solution that was asked for before a reset', async () => {
    const { box, check, judge, scene } = await open()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    scene.answer = async (response) => {
      await held
      await sends(() => judge.challenge())(response)
    }
    box.click()
    check.reset()
    scene.answer = sends(() => judge.challenge())
    box.click()
    release()
    await vi.waitFor(() => expect(check.tokens()).toHaveLength(1))
    expect(check.onError).not.toHaveBeenCalled()
  })

  it('REL-40: opens again when the challenge runs out, by the clock of the server', async () => {
    const ahead = Date.now() + 3_600_000
    const { box, check, judge, scene, status, passed } = await open()
    scene.answer = sends(() => judge.challenge({ expiresAt: Math.ceil(ahead / 1000) }), {
      date: new Date(ahead).toUTCString(),
    })
    box.click()
    await passed()
    await vi.waitFor(() => expect(check.onExpire).toHaveBeenCalledOnce(), { timeout: 10_000 })
    expect([box.checked, status()]).toEqual([false, ''])
  })

  it('REL-40: keeps a challenge that only a wrong clock on this side calls old', async () => {
    const behind = Date.now() - 3_600_000
    const { box, check, judge, scene, passed } = await open()
    scene.answer = sends(() => judge.challenge({ expiresAt: Math.ceil(behind / 1000) + 600 }), {
      date: new Date(behind).toUTCString(),
    })
    box.click()
    await passed()
    await new Promise((resolve) => setTimeout(resolve))
    expect(check.onExpire).not.toHaveBeenCalled()
    expect(box.checked).toBe(true)
  })

  it('does not take a far-off end for a past one', async () => {
    const { box, check, judge, scene, passed } = await open()
    const year = 365 * 24 * 3600
    scene.answer = sends(() => judge.challenge({ expiresAt: Math.ceil(Date.now() / 1000) + year }))
    box.click()
    await passed()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(check.onExpire).not.toHaveBeenCalled()
  })

  const REFUSALS: [string, Answer, RegExp][] = [
    ['an error', (response) => void response.writeHead(500).end(), /\/altcha answered 500/],
    ['no JSON', (response) => void response.end('<html>'), /JSON/],
    [
      'a challenge of version 1',
      sends(() => ({ algorithm: 'SHA-256', challenge: 'ab', salt: 'cd', signature: 'ef' })),
      /sent no challenge of ALTCHA version 2/,
    ],
    [
      'an algorithm that browsers lack',
      sends(async () => {
        const made = await altchaServer().challenge()
        return { ...made, parameters: { ...made.parameters, algorithm: 'SCRYPT' } }
      }),
      /asks for "SCRYPT"/,
    ],
    [
      'a redirect',
      (response) => void response.writeHead(302, { location: 'https://evil.example/' }).end(),
      /fetch failed/,
    ],
    ['nothing', (response) => void response.destroy(), /fetch failed/],
  ]

  it.each(REFUSALS)('SEC-30: reports %s and can be tried again', async (_, answer, message) => {
    const { box, check, judge, scene, status } = await open({}, answer)
    box.click()
    await vi.waitFor(() => expect(check.onError).toHaveBeenCalledOnce())
    expect(String(check.onError.mock.calls[0])).toMatch(message)
    expect([box.checked, status()]).toEqual([false, ''])
    scene.answer = sends(() => judge.challenge())
    box.click()
    await vi.waitFor(() => expect(check.tokens()).toHaveLength(1))
  })

  it('SEC-30: reports a server that does not answer', async () => {
    const { box, check, status } = await open({ timeoutMs: 1 }, () => {})
    box.click()
    await vi.waitFor(() => expect(check.onError).toHaveBeenCalledOnce())
    expect(String(check.onError.mock.calls[0])).toMatch(/not solved within 1 ms/)
    expect([box.checked, status()]).toEqual([false, ''])
  })

  it('reports a challenge that is too hard for its time', async () => {
    const { box, check, judge, scene } = await open({ timeoutMs: 200 })
    scene.answer = sends(() => judge.challenge({ cost: 1, counter: 50_000_000 }))
    box.click()
    await vi.waitFor(() => expect(check.onError).toHaveBeenCalledOnce(), { timeout: 20_000 })
    expect(check.tokens()).toEqual([])
  })

  it('REL-40: is silent after it was taken off the page, which may be said twice', async () => {
    const { box, host, check, judge, scene } = await open()
    let answer: (() => void) | null = null
    const answered = new Promise<void>((resolve) => {
      scene.answer = async (response) => {
        await new Promise<void>((go) => (answer = go))
        await sends(() => judge.challenge())(response)
        resolve()
      }
    })
    box.click()
    await vi.waitFor(() => expect(answer).not.toBeNull())
    check.dispose()
    check.dispose()
    check.reset()
    expect(host.childElementCount).toBe(0)
    answer!()
    await answered
    await new Promise((resolve) => setTimeout(resolve, 20))
    for (const told of [check.onToken, check.onExpire, check.onError]) {
      expect(told).not.toHaveBeenCalled()
    }
  })

  it.each(['https://evil.example/altcha', '//evil.example/altcha', 'blob:http://127.0.0.1/x', ''])(
    'SEC-22: asks nobody else: %j',
    async (challengeUrl) => {
      await expect(open({ challengeUrl })).rejects.toThrow(
        `altcha({ challengeUrl }) is ${JSON.stringify(challengeUrl)}, which is no address on the app's own origin`,
      )
    },
  )

  it('says what to do when it was given no words', () => {
    const { window } = new JSDOM('<main></main>', {
      url: 'http://127.0.0.1/',
      runScripts: 'dangerously',
      resources: { interceptors: [] },
      virtualConsole: new VirtualConsole(),
    })
    const host = window.document.querySelector('main')!
    expect(() => mountOn(host, altcha({ challengeUrl: '/altcha' }), {})).toThrow(
      'altcha() was mounted without labels',
    )
  })
})
