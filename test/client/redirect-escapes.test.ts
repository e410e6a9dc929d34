import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeRedirect } from '../../src/client/redirect-target.js'
import { escapeOf } from './redirect-uses.js'

/** `REDIRECTS=100000 npx vitest run --project node test/client/redirect-escapes.test.ts` tries more. */
const CASES = Number(process.env['REDIRECTS'] ?? 2000)

const APP = 'https://app.example'
const ALLOWED = [APP, 'https://partner.example']
const HOME = '/home'

const pick = (...texts: string[]) => fc.constantFrom(...texts)

/** What an attacker would like the address to end at. */
// oxfmt-ignore
const strangers = pick(
  'evil.example',
  'evil.example:8443',
  'app.example.evil.example',
  'app.example@evil.example',
  'app.example:pw@evil.example',
  'app.example%40evil.example',
  'app.example%2eevil.example',
  'app.example\\@evil.example',
  'app.example#@evil.example',
  'app.example?@evil.example',
  'evil.example#.app.example',
  'evil-app.example',
  'xapp.example',
  'app.examples',
  'app.example.',
  'app。example。evil。example',
  'evil。example',
  'evil．example',
  'ｅｖｉｌ.example',
  'аpp.example',
  'xn--pp-6kc.example',
  'app.еxample',
  'ⓔvil.example',
  'evil\u00ad.example',
  'app.example\u202e',
  '[::ffff:7f00:1]',
  '127.0.0.1',
  '2130706433',
  '0x7f.1',
)

/** Two slashes, or what some reader takes for them. */
// oxfmt-ignore
const slashes = pick(
  '/', '\\', '//', '\\\\', '/\\', '\\/', '///', '/\t/', '/\n/', '/\r\n/', '\t//', '/ /', '/\0/', '/./', '/.//',
  '/..//', './/', '..//', 'a/..//', '/a/..//', '/a/../..//', '/%2e//', '/%2E%2e//', '/.%2e//', '/%252e//', '/%2f',
  '/%2F', '%2f%2f', '/%5c', '/%5C/', '%5c%5c', '/%252f', '/%25252F', '/%255c', '/%09/', '/%0a/', '/%0D%0A/',
  '/%2509/', '/%00/', '/%20/', '/a%2f..%2f%2f', '/a/%2e%2e%2f/', '/;//', '/∕', '／／', '/／', '＼＼', '⁄⁄', '。/',
)

// oxfmt-ignore
const schemes = pick(
  'https:', 'HTTPS:', 'http:', 'https:\t', 'ht\ntps:', ' https:', '\u0001https:', 'https://app.example', '//',
  'javascript:', 'java\nscript:', 'JaVaScRiPt://', 'data:', 'vbscript:', 'blob:', 'file:', 'ftp:', 'ws:', 'about:',
  'filesystem:', 'intent:', 'view-source:', 'mailto:', 'x:', 'https', ':', '',
)

// oxfmt-ignore
const endings = pick(
  '', '/', '/%2e%2e', '/..', '/../..', '/%252e%252e/%252e%252e', '/%25252e%25252e/%25252e%25252e', '?next=/inbox',
  '#/inbox', '\\', '\t', '\n', ' ', '%00', '/.app.example', '?https://app.example/',
)

/** What such addresses are made of, in any order. */
const scraps = fc.oneof(
  { weight: 3, arbitrary: slashes },
  strangers,
  schemes,
  endings,
  pick(
    '.',
    '..',
    '@',
    ':',
    '?',
    '#',
    '%',
    '%2',
    '%25',
    '[',
    ']',
    ';',
    '|',
    '^',
    '\u2028',
    '\ufeff',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
)

const join = (parts: readonly string[]) => parts.join('')

const encoded = (text: string, layers: number): string =>
  layers === 0 ? text : encoded(encodeURIComponent(text), layers - 1)

const targets = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(slashes, strangers, endings).map(join) },
  { weight: 3, arbitrary: fc.tuple(schemes, slashes, strangers, endings).map(join) },
  { weight: 3, arbitrary: fc.array(scraps, { maxLength: 7 }).map(join) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(slashes, strangers, endings, fc.integer({ min: 1, max: 12 }))
      .map(([start, host, end, layers]) => `/${encoded(`${start}${host}${end}`, layers)}`),
  },
  fc.tuple(pick(APP, 'https://partner.example'), slashes, strangers, endings).map(join),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
)

const goTo = (target: string) =>
  safeRedirect(target, { origin: APP, allowedOrigins: ALLOWED.slice(1), home: HOME })

describe('whatever place after signing in is asked for', () => {
  it('SEC-04, SEC-05: no use of what comes of it ends at an origin that is not allowed', () => {
    fc.assert(
      fc.property(targets, (target) => {
        const to = goTo(target)
        expect(escapeOf(to, ALLOWED)).toBeNull()
        expect(to).toMatch(/^(?:\/(?![/\\])|https:\/\/partner\.example\/)/)
        // What was let through once is let through again, unchanged: a router may ask twice.
        expect(goTo(to)).toBe(to)
      }),
      { numRuns: CASES },
    )
  })

  it('an honest place in the app is where one gets to, as it was asked for', () => {
    const segments = fc.array(fc.stringMatching(/^[\w~!$&'()*+,=:@-][\w.~!$&'()*+,=:@-]{0,8}$/), {
      minLength: 1,
      maxLength: 4,
    })
    const query = fc.string({ maxLength: 12 }).map((text) => `?${new URLSearchParams({ q: text })}`)
    fc.assert(
      fc.property(segments, fc.option(query, { nil: '' }), (path, asked) => {
        const target = `/${path.join('/')}${asked}`
        expect(goTo(target)).toBe(target)
        expect(goTo(`${APP}${target}`)).toBe(target)
      }),
      { numRuns: Math.min(CASES, 2000) },
    )
  })

  it('would be found to escape, if it were let through', () => {
    const escaped = fc.sample(targets, { numRuns: 500, seed: 1 })
    const share = escaped.filter((target) => escapeOf(target, ALLOWED) !== null).length / 500
    expect(share).toBeGreaterThan(0.3)
  })
})
