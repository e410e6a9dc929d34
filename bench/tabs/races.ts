import type { BrowserContext } from '@playwright/test'
import { openRacers, signIn, type Racers } from '../../test/e2e/tab-races.js'
import type { TabsSite } from '../../test/e2e/tabs-site.js'

interface RaceParts {
  context: BrowserContext
  site: TabsSite
  tabs: number
  races: number
}

/** All tabs wake together. */
export async function plainRaces({ context, site, tabs, races }: RaceParts) {
  const { race } = await openRacers(context, site, tabs)
  const refreshesPerRace = new Map<number, number>()
  const took: number[] = []
  let failedCalls = 0
  for (let raced = 0; raced < races; raced += 1) {
    const before = site.counts().asked
    const started = performance.now()
    const answers = await race()
    took.push(performance.now() - started)
    count(refreshesPerRace, site.counts().asked - before)
    failedCalls += answers.filter((status) => status !== 200).length
  }
  return {
    races,
    refreshesPerRace: Object.fromEntries(refreshesPerRace),
    replaysRefused: site.counts().refused,
    failedCalls,
    millisecondsPerRace: spread(took),
  }
}

/** The same in an app that keeps its session as most do: how often a second use ends every session of the user. */
export async function contrastRaces({ context, site, tabs, races }: RaceParts) {
  const { race, pages } = await openRacers(context, site, tabs)
  let withReplay = 0
  for (let raced = 0; raced < races; raced += 1) {
    const before = site.counts().refused
    await race()
    if (site.counts().refused === before) continue
    withReplay += 1
    await signIn(pages[0])
    for (const page of pages) {
      await page.reload()
      await page.waitForFunction(() => 'tab' in window)
    }
  }
  return { races, withReplay }
}

/** The same, and the tab that asks is closed before it hears the answer: every other time before the server has acted. */
export async function killRaces({ context, site, tabs, races }: RaceParts) {
  const racers = await openRacers(context, site, tabs)
  const requestsPerRace = new Map<number, number>()
  const rotationsPerRace = new Map<number, number>()
  const othersAre = new Map<string, number>()
  const freed: number[] = []
  for (let raced = 0; raced < races; raced += 1) {
    const before = site.counts()
    const { milliseconds } = await racers.raceWithKill(raced % 2 === 0 ? 'rotated' : 'asked')
    freed.push(milliseconds)
    const after = site.counts()
    count(requestsPerRace, after.asked - before.asked)
    for (const status of await racers.statuses()) count(othersAre, status)
    await startAgain(racers)
    count(rotationsPerRace, site.counts().rotated - before.rotated)
  }
  return {
    races,
    requestsPerRace: Object.fromEntries(requestsPerRace),
    rotationsPerRace: Object.fromEntries(rotationsPerRace),
    replaysRefused: site.counts().refused,
    othersAre: Object.fromEntries(othersAre),
    millisecondsUntilOthersKnow: spread(freed),
  }
}

/** As many tabs as before, and all signed in. */
async function startAgain({ pages, open, statuses }: Racers): Promise<void> {
  if ((await statuses()).includes('signed_out')) await signIn(pages[0])
  await open()
  while ((await statuses()).some((status) => status !== 'signed_in')) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function count<T>(counts: Map<T, number>, what: T): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

function spread(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return { median: at(0.5), p95: at(0.95), most: at(1) }
}
