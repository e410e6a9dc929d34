import { describe, expect, it } from 'vitest'
import { parseRetryAfter, waitSeconds } from '../../src/backends/retry-after.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)

describe('Retry-After', () => {
  it.each([
    ['30', 30],
    [' 30 ', 30],
    ['0', 0],
    ['Thu, 15 Jan 2026 12:01:30 GMT', 90],
    ['Thu, 15 Jan 2026 11:00:00 GMT', 0],
    ['99999999', 86_400],
    ['Fri, 15 Jan 2027 12:00:00 GMT', 86_400],
  ])('REL-23: reads %j as %d seconds', (value, seconds) => {
    expect(parseRetryAfter(value, NOW)).toBe(seconds)
  })

  it.each([
    null,
    '',
    ' ',
    '-5',
    '+5',
    '1e3',
    '0x10',
    '12.5',
    'soon',
    '120 seconds',
    '2026-01-15T12:01:30Z',
    'Thursday, 15-Jan-26 12:01:30 GMT',
    'after Thu, 15 Jan 2026 12:01:30 GMT',
    'Thu, 15 Jan 2026 12:01:30 GMT+0500',
    'Thu, 99 Foo 2026 12:00:00 GMT',
    '99999999999999999999',
  ])('REL-23: refuses %j', (value) => {
    expect(parseRetryAfter(value, NOW)).toBeNull()
  })

  it('SEC-26: takes only finite, non-negative numbers from a body', () => {
    expect(waitSeconds(0)).toBe(0)
    expect(waitSeconds(12.2)).toBe(13)
    expect(waitSeconds(1e12)).toBe(86_400)
    for (const value of ['30', '1e9', -1, Number.NaN, Number.POSITIVE_INFINITY, null, {}, [30]]) {
      expect(waitSeconds(value)).toBeNull()
    }
  })
})
