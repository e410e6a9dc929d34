import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createCircuitBreaker } from '../../src/client/circuit-breaker.js'

function openAt(start = 0, random = () => 0) {
  let time = start
  const breaker = createCircuitBreaker(() => time, random)
  const fail = (times: number) => {
    for (let failure = 0; failure < times; failure += 1) breaker.failed()
  }
  return { breaker, fail, sleep: (ms: number) => (time += ms) }
}

describe('the circuit breaker', () => {
  it('REL-26: opens after five failures in 30 seconds, and not for the same five over a longer time', () => {
    const { breaker, fail, sleep } = openAt()
    fail(4)
    expect(breaker.admits()).toBe(true)
    sleep(30_000)
    fail(4)
    expect(breaker.outage()).toBeNull()
    fail(1)
    expect(breaker.outage()).toEqual({ since: 30_000, nextTryAt: 40_000 })
    expect(breaker.admits()).toBe(false)
  })

  it('REL-26: says since when the server has failed: from the first of the five', () => {
    const { breaker, fail, sleep } = openAt(1000)
    fail(1)
    sleep(29_999)
    fail(4)
    expect(breaker.outage()).toEqual({ since: 1000, nextTryAt: 40_999 })
  })

  it('REL-26: sends one probe when the pause is over, and opens again, for longer, when it fails', () => {
    const { breaker, fail, sleep } = openAt()
    fail(5)
    sleep(10_000)
    expect([breaker.admits(), breaker.admits(), breaker.admits()]).toEqual([true, false, false])
    breaker.failed()
    expect(breaker.outage()).toEqual({ since: 0, nextTryAt: 30_000 })
    sleep(20_000)
    expect(breaker.admits()).toBe(true)
    breaker.succeeded()
    expect(breaker.outage()).toBeNull()
    expect([breaker.admits(), breaker.admits()]).toEqual([true, true])
  })

  it('REL-39: gives up a probe that was never heard of again', () => {
    const { breaker, fail, sleep } = openAt()
    fail(5)
    sleep(10_000)
    expect(breaker.admits()).toBe(true)
    sleep(19_999)
    expect(breaker.admits()).toBe(false)
    sleep(1)
    expect(breaker.admits()).toBe(true)
  })

  it('waits twice as long each time, up to two minutes and as much jitter again', () => {
    const pausesWith = (random: () => number) => {
      const { breaker, fail, sleep } = openAt(0, random)
      let time = 0
      fail(5)
      return Array.from({ length: 6 }, () => {
        const pause = (breaker.outage()?.nextTryAt ?? 0) - time
        sleep(pause)
        time += pause
        fail(1)
        return pause / 1000
      })
    }
    expect(pausesWith(() => 0)).toEqual([10, 20, 40, 80, 120, 120])
    expect(pausesWith(() => 0.5)).toEqual([15, 30, 60, 120, 180, 180])
  })

  it('REL-26: tells the UI when an outage begins, goes on and ends, and nothing else', () => {
    const { breaker, fail, sleep } = openAt()
    const listener = vi.fn<() => void>()
    const stop = breaker.onChange(listener)
    breaker.succeeded()
    fail(4)
    expect(listener).toHaveBeenCalledTimes(0)
    fail(3)
    expect(listener).toHaveBeenCalledTimes(1)
    sleep(10_000)
    fail(1)
    expect(listener).toHaveBeenCalledTimes(2)
    breaker.succeeded()
    expect(listener).toHaveBeenCalledTimes(3)
    stop()
    fail(5)
    expect(listener).toHaveBeenCalledTimes(3)
  })

  it('REL-26: lets nothing through before the pause is over, whatever has happened', () => {
    const step = fc.oneof(
      fc.constantFrom('call' as const, 'fail' as const, 'succeed' as const),
      fc.integer({ min: 1, max: 60_000 }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { breaker, fail, sleep } = openAt()
        let time = 0
        for (const next of steps) {
          if (typeof next === 'number') {
            sleep(next)
            time += next
          } else if (next === 'fail') fail(1)
          else if (next === 'succeed') breaker.succeeded()
          else {
            const outage = breaker.outage()
            const isAdmitted = breaker.admits()
            if (outage === null) expect(isAdmitted).toBe(true)
            else if (time < outage.nextTryAt) expect(isAdmitted).toBe(false)
          }
        }
      }),
    )
  })
})
