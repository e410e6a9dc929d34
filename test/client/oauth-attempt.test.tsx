import { describe, expect, it, vi } from 'vitest'
import {
  codeChallenge,
  isOver,
  keepAttempt,
  randomToken,
  takeAttempt,
  type OAuthAttempt,
} from '../../src/client/oauth-attempt.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)

function attempt(facts: Partial<OAuthAttempt> = {}): OAuthAttempt {
  return {
    state: randomToken(),
    verifier: randomToken(),
    backend: 'edgebase https://auth.example/api',
    provider: 'google',
    purpose: 'sign_in',
    redirectUrl: 'http://localhost:3000/callback',
    stateSent: true,
    startedAt: NOW,
    ...facts,
  }
}

describe('what a tab remembers of a journey to a provider', () => {
  it('SEC-07: has a state and a verifier of 256 bits from the platform’s generator, never the same twice', () => {
    const random = vi.spyOn(crypto, 'getRandomValues')
    const tokens = Array.from({ length: 200 }, randomToken)
    expect(random).toHaveBeenCalledTimes(200)
    expect(new Set(tokens)).toHaveLength(200)
    // RFC 7636 4.1: 43 to 128 characters of this alphabet.
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  it('SEC-07: sends the S256 challenge of RFC 7636, appendix B', async () => {
    expect(await codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    )
  })

  it('SEC-07: has no weaker challenge where the browser has no digest', async () => {
    vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(undefined as never)
    expect(await codeChallenge(randomToken())).toBeNull()
  })

  it('SEC-07: is gone once it is used', () => {
    const one = attempt()
    keepAttempt(one)
    expect(takeAttempt(one.state)).toEqual(one)
    expect(takeAttempt(one.state)).toBeNull()
    expect(sessionStorage).toHaveLength(0)
  })

  it('SEC-07: is kept for the five latest journeys at most', () => {
    const journeys = Array.from({ length: 7 }, () => attempt())
    for (const journey of journeys) expect(keepAttempt(journey)).toBe(true)
    expect(journeys.map(({ state }) => takeAttempt(state) !== null)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ])
  })

  it('is that of the latest journey where a server gives no state back', () => {
    const [first, second] = [attempt(), attempt({ provider: 'github' })]
    keepAttempt(first)
    keepAttempt(second)
    expect(takeAttempt(null)).toEqual(second)
    expect(takeAttempt('constructor')).toBeNull()
    expect(takeAttempt(null)).toEqual(first)
  })

  it('REL-39: has an age, and one day is over', () => {
    expect(isOver(attempt(), NOW + 29 * 60_000)).toBe(false)
    expect(isOver(attempt(), NOW + 31 * 60_000)).toBe(true)
  })

  it('SEC-08: is over sooner where no state tells its answer from somebody else’s', () => {
    const blind = attempt({ stateSent: false })
    expect(isOver(blind, NOW + 9 * 60_000)).toBe(false)
    expect(isOver(blind, NOW + 11 * 60_000)).toBe(true)
  })

  it('SEC-07: does not stay once it is over, whether anybody came back or not', () => {
    const [old, young] = [attempt(), attempt({ startedAt: NOW + 31 * 60_000 })]
    keepAttempt(old)
    keepAttempt(young)
    expect(sessionStorage.getItem('gatewright:oauth')).not.toContain(old.verifier)
    expect(takeAttempt(young.state)).toEqual(young)
  })

  it.each(['', '{', 'null', '[1]', '{"0":{}}', '[{"state":"short"}]'])(
    'REL-32: %j in its place is nothing',
    (text) => {
      sessionStorage.setItem('gatewright:oauth', text)
      expect(takeAttempt(null)).toBeNull()
      const one = attempt()
      keepAttempt(one)
      expect(takeAttempt(one.state)).toEqual(one)
    },
  )

  it('REL-30: says so where the tab can keep nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError')
    })
    expect(keepAttempt(attempt())).toBe(false)
  })
})
