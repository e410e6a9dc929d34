import { describe, expect, it } from 'vitest'
import type { SessionFile } from '../../src/client/session-file.js'
import type { SessionPersistence } from '../../src/client/session-keeper.js'
import { createSharedSession } from '../../src/client/shared-session.js'
import { LOCK_AND_LOCAL_STORAGE } from './lock-and-local-storage.js'
import { A_WHILE, createTabs } from './tabs.js'

/** The kit's own protocol, on storage that is read and written in two steps, between which another tab may come. */
function inTwoSteps(): SessionPersistence {
  let stored: unknown
  const file: SessionFile = {
    async change(update) {
      const { write, result } = update(structuredClone(stored))
      await new Promise((done) => setTimeout(done, 1))
      if (write !== undefined) stored = write
      return result
    },
    close: () => undefined,
  }
  return { connect: (parts) => createSharedSession(parts, file) }
}

async function racesOf(persistence: SessionPersistence | null, locks: boolean) {
  const world = createTabs({ browser: { locks }, ...(persistence && { client: { persistence } }) })
  const tabs = await world.openSignedIn(4)
  for (let race = 0; race < 10; race += 1) {
    await new Promise((done) => setTimeout(done, 20))
    world.server.clock.advance(A_WHILE)
    await Promise.all(tabs.map((tab) => tab.callApi()))
  }
  return world.refreshes()
}

describe('the tabs of these tests', () => {
  it('REL-03: replay a spent token behind a lock, where it is read again from localStorage', async () => {
    expect((await racesOf(LOCK_AND_LOCAL_STORAGE, true)).refused).toBeGreaterThan(0)
  })

  it('REL-03: replay one where the record is not read and written in one step', async () => {
    expect((await racesOf(inTwoSteps(), false)).refused).toBeGreaterThan(0)
  })

  it.each([true, false])(
    'do not with the database that the kit uses (locks: %s)',
    async (locks) => {
      expect(await racesOf(null, locks)).toEqual({ asked: 10, refused: 0 })
    },
  )
})
