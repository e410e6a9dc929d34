import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRetryBudget } from '../../src/client/retry-budget.js'
import { backoffMs, retryDelayMs } from '../../src/client/retry-policy.js'
import { CATALOGUE, type RetryRule } from '../../src/errors/catalogue.js'

const RULES = [...new Set(Object.values(CATALOGUE).map(({ retry }) => retry))] as RetryRule[]
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('repeating a call that changes nothing', () => {
  it('REL-24: obeys a wait that the server named as a floor, and only ever adds to it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 3 }),
        fc.constantFrom(0, 1),
        fraction,
        (waitSeconds, retries, part) => {
          const delay = retryDelayMs({ rule: 'backoff', retries, waitSeconds }, () => part)
          expect(delay).toBeGreaterThanOrEqual(waitSeconds * 1000)
        },
      ),
    )
  })

  it('REL-24: backs off exponentially from half a second, with full jitter, to 20 seconds at most', () => {
    const almost = () => 0.999_999
    expect([0, 1, 2, 6, 40].map((retries) => Math.round(backoffMs(retries, almost)))).toEqual([
      500, 1000, 2000, 20_000, 20_000,
    ])
    expect(backoffMs(5, () => 0)).toBe(0)
  })

  it('REL-25: is done twice at most', () => {
    const delayOf = (retries: number) =>
      retryDelayMs({ rule: 'backoff', retries, waitSeconds: null }, () => 0.5)
    expect([0, 1, 2, 3].map(delayOf)).toEqual([250, 500, null, null])
  })

  it('leaves a long wait to the countdown that the user sees', () => {
    expect(retryDelayMs({ rule: 'backoff', retries: 0, waitSeconds: 4 }, () => 0)).toBeNull()
  })

  it('is for the codes alone of which the catalogue says so', () => {
    for (const rule of RULES) {
      const delay = retryDelayMs({ rule, retries: 0, waitSeconds: null }, () => 0)
      expect(delay === null).toBe(rule !== 'backoff')
    }
  })
})

describe('the budget of a client', () => {
  it('REL-25: adds three calls in all to a server that is dead, however many the user makes', () => {
    const budget = createRetryBudget()
    let calls = 0
    for (let action = 0; action < 100; action += 1) {
      for (let retries = 0; ; retries += 1) {
        calls += 1
        budget.failed()
        if (retries === 2 || !budget.allows()) break
      }
    }
    expect(calls).toBe(103)
  })

  it('REL-25: is earned back by answers, a tenth at a time', () => {
    const budget = createRetryBudget()
    for (let failure = 0; failure < 5; failure += 1) budget.failed()
    expect(budget.allows()).toBe(false)
    budget.succeeded()
    expect(budget.allows()).toBe(true)
  })

  it('REL-25: allows a repeat while more than half of ten tokens are left, after any history', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 400 }), (answers) => {
        const budget = createRetryBudget()
        let tokens = 10
        for (const isAnswered of answers) {
          if (isAnswered) budget.succeeded()
          else budget.failed()
          tokens = isAnswered ? Math.min(10, tokens + 0.1) : Math.max(0, tokens - 1)
          expect(budget.allows()).toBe(Number(tokens.toFixed(1)) > 5)
        }
      }),
    )
  })
})
