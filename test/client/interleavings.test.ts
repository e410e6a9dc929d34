import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readRecord } from '../../src/client/session-record.js'
import { ACTS, createInterleavedTabs, EVENTS } from './interleaved-tabs.js'

/** `INTERLEAVINGS=100000` looks further. */
const RUNS = Number(process.env['INTERLEAVINGS'] ?? 5000)

const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ tab: fc.nat(3), does: fc.constantFrom(...ACTS) }) },
  { weight: 2, arbitrary: fc.record({ event: fc.constantFrom(...EVENTS) }) },
)

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

describe.each([
  ['with locks', true, 0.95],
  ['without locks', false, 0.05],
])('four tabs %s, whatever happens in them in whatever order', (_, locks, share) => {
  it('REL-01, REL-02, REL-06, REL-09, REL-37: never send a spent token, mix two users, or end apart', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(act, { minLength: 1, maxLength: 10 }),
        async (scheduler, acts) => {
          const world = await createInterleavedTabs(scheduler, 4, locks)
          const living = () => world.tabs.filter(({ isAlive }) => isAlive)
          for (const one of acts) void world.act(one)
          await world.untilIdle()
          // Who is closed between a deed and the news of it leaves the others to find out when they are back.
          const isTold = living().length === world.tabs.length
          if (!isTold) for (const { comeBack } of living()) comeBack()
          await world.untilIdle()
          expect(world.violations).toEqual([])

          const record = readRecord(world.disk.value)
          const kept = record?.status === 'signed_in' ? (record.user?.email ?? null) : null
          for (const { client } of living()) {
            const session = client.getSession()
            expect(session.status === 'signed_in' ? session.user?.email : null).toBe(kept)
          }
          world.close()
          vi.clearAllTimers()
        },
      ),
      { numRuns: Math.round(RUNS * share) },
    )
  }, 600_000)
})
