import { expect, test } from '@playwright/test'
import { openRacers, signIn } from './tab-races.js'
import { serveTabsSite } from './tabs-site.js'

const TABS = 4
const RACES = 50

for (const kind of ['strict', 'graceful'] as const) {
  test(`REL-02, REL-03: ${RACES} times ${TABS} tabs wake together, and one of them refreshes (${kind} server)`, async ({
    context,
  }) => {
    const site = await serveTabsSite(kind)
    const { race } = await openRacers(context, site, TABS)
    for (let raced = 1; raced <= RACES; raced += 1) {
      expect(await race()).toEqual([200, 200, 200, 200])
      expect(site.counts()).toEqual({ asked: raced, rotated: raced, refused: 0 })
    }
    await site.close()
  })
}

test('REL-16: a tab is closed before its answer came, and the token in doubt is not sent again', async ({
  context,
}) => {
  const site = await serveTabsSite('strict')
  const { pages, open, raceWithKill, statuses } = await openRacers(context, site, TABS)
  for (const when of ['asked', 'rotated', 'rotated'] as const) {
    const before = site.counts()
    const { answers, milliseconds } = await raceWithKill(when)
    // The others learn at once that their session is over, and ask for a password, not for tokens.
    expect(answers).toEqual([401, 401, 401])
    expect(milliseconds).toBeLessThan(1000)
    expect(await statuses()).toEqual(['signed_out', 'signed_out', 'signed_out'])
    expect(site.counts()).toMatchObject({ asked: before.asked + 1, refused: 0 })

    await signIn(pages[0])
    await expect.poll(statuses).toEqual(['signed_in', 'signed_in', 'signed_in'])
    await open()
  }
  await site.close()
})

test('REL-16: a tab is closed before its answer came, and a server that forgives is asked again', async ({
  context,
}) => {
  const site = await serveTabsSite('graceful')
  const { open, raceWithKill, statuses } = await openRacers(context, site, TABS)
  for (const when of ['asked', 'rotated'] as const) {
    const before = site.counts()
    const { answers, milliseconds } = await raceWithKill(when)
    expect(answers).toEqual([200, 200, 200])
    expect(milliseconds).toBeLessThan(1000)
    expect(site.counts()).toMatchObject({ rotated: before.rotated + 1, refused: 0 })
    expect(await statuses()).toEqual(['signed_in', 'signed_in', 'signed_in'])
    await open()
  }
  await site.close()
})
