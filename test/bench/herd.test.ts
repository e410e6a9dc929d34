import { describe, expect, it } from 'vitest'
import { FIXED, GATEWRIGHT, NO_JITTER, TANSTACK, type Policy } from '../../bench/herd/policies.js'
import { simulate, type Scene } from '../../bench/herd/simulate.js'
import { coolDownMs, renewAfterMs, tryAgainAfterMs } from '../../src/client/refresh-pauses.js'

const LIFE = 900
const SCENE: Scene = {
  clients: 10_000,
  life: LIFE,
  active: 0.1,
  actionEvery: 20,
  outage: { from: 1800, to: 2100 },
  issuedAt: null,
  seconds: 5400,
  seed: 7,
}

function afterOutage(policy: Policy, scene: Scene) {
  const { perSecond, whileDown } = simulate(policy, scene)
  const sum = (counts: Uint32Array) => counts.reduce((total, count) => total + count, 0)
  const mean = sum(perSecond.subarray(900, 1800)) / 900
  return { times: Math.max(...perSecond.subarray(2100)) / mean, whileDown }
}

describe('a herd of clients after an outage of five minutes', () => {
  it('REL-27: 10,000 of them ask for at most three times the mean', () => {
    expect(afterOutage(GATEWRIGHT, SCENE).times).toBeLessThanOrEqual(3)
  })

  it('REL-25, REL-27: 200,000 ask for at most one and a half times the mean, and spare a dead server', () => {
    const { times, whileDown } = afterOutage(GATEWRIGHT, { ...SCENE, clients: 200_000 })
    expect(times).toBeLessThanOrEqual(1.5)
    expect(whileDown.calls / whileDown.occasions).toBeLessThanOrEqual(1.1)
  })

  it.each([NO_JITTER, TANSTACK, FIXED])('$name does not pass the same test', (policy) => {
    const { times, whileDown } = afterOutage(policy, { ...SCENE, clients: 200_000 })
    expect(times).toBeGreaterThan(3)
    expect(whileDown.calls / whileDown.occasions).toBeGreaterThan(1.1)
  })
})

describe('the pauses that the herd was tried with', () => {
  it('REL-27: a token is renewed at 80 to 90 % of its life, each at another point', () => {
    expect([0, 0.5, 0.999_999].map((part) => Math.round(renewAfterMs(1000, () => part)))).toEqual([
      900, 850, 800,
    ])
  })

  it('a renewal that failed waits for its next turn, and a minute at least', () => {
    expect(tryAgainAfterMs(900_000, () => 0.5)).toBe(765_000)
    expect(tryAgainAfterMs(30_000, () => 0.5)).toBe(60_000)
  })

  it('REL-13: a token that failed rests for a minute at least, and longer each time', () => {
    expect([1, 2, 9].map((failures) => coolDownMs(failures, () => 0))).toEqual([
      60_000, 60_000, 60_000,
    ])
    expect([1, 2, 3, 9].map((failures) => Math.round(coolDownMs(failures, () => 1)))).toEqual([
      120_000, 240_000, 480_000, 960_000,
    ])
  })
})
