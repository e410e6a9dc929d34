import { describe, expect, it } from 'vitest'
import type { WireAnswer } from '../../src/backends/backend.js'
import { calimatic } from '../../src/backends/calimatic/index.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { secondsUntil, serverTime } from '../../src/backends/server-time.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { firstCall } from '../../src/errors/operation.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'

const NOW = Date.UTC(2026, 1, 24, 12, 0, 0)
const HOUR = 3_600_000
const SITE = { baseUrl: 'https://auth.example' }

function answer(
  headers: Readonly<Record<string, string>>,
  body: unknown,
  status = 423,
): WireAnswer {
  return { status, header: (name) => headers[name] ?? null, body }
}

describe('the clock of a server', () => {
  it('REL-21: is read from the Date header, else from the body of seeds 001 and 002', () => {
    const date = 'Tue, 24 Feb 2026 12:00:00 GMT'
    const timestamp = '2026-02-24T12:00:00.000Z'
    expect(serverTime(answer({ date }, null))).toBe(NOW)
    expect(serverTime(answer({}, { timestamp }))).toBe(NOW)
    expect(serverTime(answer({}, { meta: { timestamp } }))).toBe(NOW)
  })

  it.each([
    [{}, null],
    [{}, 'text'],
    [{}, { timestamp: 12 }],
    [{}, { timestamp: 'yesterday' }],
    [{}, { meta: { timestamp: {} } }],
    [{ date: '5' }, {}],
    [{ date: 'Tue, 99 Foo 2026 12:00:00 GMT' }, []],
  ])('is unknown where nothing tells it: %j %j', (headers, body) => {
    expect(serverTime(answer(headers, body))).toBeNull()
  })

  it('counts whole seconds, never below none and never above a day', () => {
    expect(secondsUntil('2026-02-24T12:01:30Z', NOW)).toBe(90)
    expect(secondsUntil('2026-02-24T11:00:00Z', NOW)).toBe(0)
    expect(secondsUntil('2027-02-24T12:00:00Z', NOW)).toBe(86_400)
    expect(secondsUntil('soon', NOW)).toBeNull()
  })
})

const OFFSETS = Array.from({ length: 49 }, (_, index) => index - 24)

describe('a wait that is named as an instant', () => {
  it.each(OFFSETS)('REL-21: lasts as long for a clock that is %i hours off', (hours) => {
    const receivedAt = NOW + hours * HOUR
    const headers = { date: 'Tue, 24 Feb 2026 12:00:00 GMT' }
    const until = { kind: 'account_locked', retryAfterSeconds: 90, until: receivedAt + 90_000 }
    const lockedUntil = '2026-02-24T12:01:30Z'

    const inBody = [
      [
        calimatic(SITE),
        {
          success: false,
          error: { code: 'ACCOUNT_LOCKED', message: 'Locked', details: { lockedUntil } },
        },
      ],
      [betterAuth(SITE), { code: 'ACCOUNT_LOCKED', message: 'Locked', lockedUntil }],
    ] as const
    for (const [backend, body] of inBody) {
      const failure = sortAnswer(backend, answer(headers, body), firstCall('sign_in'), receivedAt)
      expect(failure && toUiState(failure)).toMatchObject(until)
    }
    const retryAfter = { ...headers, 'retry-after': 'Tue, 24 Feb 2026 12:01:30 GMT' }
    const limited = answer(retryAfter, { code: 'ACCOUNT_LOCKED', message: 'Locked' })
    const failure = sortAnswer(betterAuth(SITE), limited, firstCall('sign_in'), receivedAt)
    expect(failure && toUiState(failure)).toMatchObject(until)
  })
})
