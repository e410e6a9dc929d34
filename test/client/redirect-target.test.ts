import { describe, expect, it, vi } from 'vitest'
import {
  createRedirector,
  safeRedirect,
  type RedirectRefusal,
} from '../../src/client/redirect-target.js'

const ORIGIN = 'https://app.example'
const PARTNER = 'https://partner.example'
const HOME = '/home'

function judge(target: unknown) {
  const refusals: RedirectRefusal[] = []
  const to = safeRedirect(target, {
    origin: ORIGIN,
    allowedOrigins: [PARTNER, 'https://docs.example', 'no-origin.example'],
    home: HOME,
    onRefused: (reason) => refusals.push(reason),
  })
  return { to, refusals }
}

describe('the place to go after signing in', () => {
  it.each([
    ['/inbox', '/inbox'],
    ['/inbox?box=2#mail-7', '/inbox?box=2#mail-7'],
    ['inbox', '/inbox'],
    ['?tab=2', '/?tab=2'],
    ['/a/../b', '/b'],
    ['/search?next=//evil.example', '/search?next=//evil.example'],
    ['/a//b', '/a//b'],
    ['https://app.example/inbox', '/inbox'],
    // Without slashes this is a path, where the schemes are the same (WHATWG URL, scheme state).
    ['https:evil.example', '/evil.example'],
    ['HTTPS://APP.EXAMPLE:443/inbox', '/inbox'],
    ['https://partner.example/offer?id=1', 'https://partner.example/offer?id=1'],
    ['https://docs.example/', 'https://docs.example/'],
    [`/${'a'.repeat(1999)}`, `/${'a'.repeat(1999)}`],
    // Encoded eight times over, and no more.
    [`/a%${'25'.repeat(7)}20b`, `/a%${'25'.repeat(7)}20b`],
  ])('%s leads to %s', (target, expected) => {
    expect(judge(target)).toEqual({ to: expected, refusals: [] })
  })

  it.each([undefined, null, ''])('is home where nobody asked for one (%s)', (target) => {
    expect(judge(target)).toEqual({ to: HOME, refusals: [] })
  })

  it.each<[string, RedirectRefusal]>([
    ['//evil.example', 'origin'],
    ['///evil.example', 'origin'],
    ['/\\evil.example', 'origin'],
    ['\\\\evil.example', 'origin'],
    ['\\/evil.example', 'origin'],
    ['/\t/evil.example', 'origin'],
    ['/\n/evil.example', 'origin'],
    [' //evil.example', 'origin'],
    ['https:/\\evil.example', 'origin'],
    ['http://app.example/', 'origin'],
    ['https://evil.example', 'origin'],
    ['https://app.example.evil.example/', 'origin'],
    ['https://evil-app.example/', 'origin'],
    ['https://app.example:8443/', 'origin'],
    ['https://partner.example.evil.example/', 'origin'],
    ['https://app.example@evil.example/', 'credentials'],
    ['https://user:secret@app.example/', 'credentials'],
    ['https://:secret@app.example/', 'credentials'],
    ['https://no-origin.example/', 'origin'],
    ['javascript:alert(1)', 'scheme'],
    [' java\nscript:alert(1)', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['blob:https://app.example/x', 'scheme'],
    ['..//evil.example', 'path'],
    ['/.//evil.example', 'path'],
    ['/a/..//evil.example', 'path'],
    ['https://app.example//evil.example', 'path'],
    ['/%2Fevil.example', 'path'],
    ['/%5cevil.example', 'path'],
    ['/%252fevil.example', 'path'],
    ['/./%2e%2e//evil.example', 'path'],
    ['/%09/evil.example', 'path'],
    ['/a%2f..%2f%2fevil.example', 'path'],
    ['/a/..//app.example', 'path'],
    [`/%${'25'.repeat(9)}2fevil.example`, 'path'],
    [`/a%${'25'.repeat(8)}20b`, 'path'],
    ['https://', 'malformed'],
    ['https://[::1', 'malformed'],
    [`/${'a'.repeat(2001)}`, 'malformed'],
  ])(
    'SEC-04, SEC-05, SEC-06: %j is refused (%s), with one word to the developer',
    (target, why) => {
      expect(judge(target)).toEqual({ to: HOME, refusals: [why] })
    },
  )

  it.each([{}, [], 7, true, { toString: () => '//evil.example' }])(
    'SEC-06: %j is no address',
    (target) => {
      expect(judge(target)).toEqual({ to: HOME, refusals: ['malformed'] })
    },
  )
})

describe('the redirects of an app', () => {
  function redirector(redirects?: Parameters<typeof createRedirector>[0]) {
    const events: object[] = []
    return { to: createRedirector(redirects, (event) => events.push(event)), events }
  }

  it('stay at the page’s own origin where no other was named', () => {
    vi.stubGlobal('location', { origin: ORIGIN })
    const { to, events } = redirector()
    expect(to('/inbox')).toBe('/inbox')
    expect(to(`${PARTNER}/offer`)).toBe('/')
    expect(events).toEqual([{ type: 'redirect_refused', reason: 'origin' }])
    expect(createRedirector()('//evil.example')).toBe('/')
  })

  it('go by the origins that were named, whatever page they are judged on', () => {
    vi.stubGlobal('location', { origin: 'https://admin.example' })
    const { to, events } = redirector({ origin: ORIGIN, allowedOrigins: [PARTNER], home: HOME })
    expect(to(`${ORIGIN}/inbox`)).toBe('/inbox')
    expect(to(`${PARTNER}/offer`)).toBe(`${PARTNER}/offer`)
    expect(events).toEqual([])
    expect(to('https://admin.example/')).toBe(HOME)
  })

  it('SEC-06: refuse every target on a server that was told no origin', () => {
    const { to, events } = redirector({ home: HOME })
    for (const target of ['/inbox', `${ORIGIN}/inbox`]) expect(to(target)).toBe(HOME)
    expect(events).toHaveLength(2)
  })
})
