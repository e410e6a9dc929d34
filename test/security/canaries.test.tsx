import { afterAll, describe, expect, it } from 'vitest'
import { SEEDS } from '../contract/seed-rows.js'
import { EVERY_FLOW } from './every-flow.js'
import { OTHER_FAULTS, TELLING_FAULTS } from './failures.js'
import { hunt } from './hunt.js'
import { ALL, planOf, refusalsAt } from './plan.js'

const FAULTS = [...TELLING_FAULTS, ...OTHER_FAULTS].map(({ title }) => title)

const plan = planOf(EVERY_FLOW, ALL)
let hunts = 0

afterAll(() => {
  if (ALL) process.stdout.write(`${hunts} hunts for secrets in 12 places\n`)
})

describe.each(EVERY_FLOW)('$name', (flow) => {
  it.each(flow.on)(
    'SEC-15, SEC-16, SEC-18, SEC-19, SEC-20, SEC-21: leaves no secret in any of twelve places on %s, however it ends',
    async (id) => {
      for (const planned of await plan) {
        if (planned.flow !== flow || planned.id !== id) continue
        hunts += 1
        expect(await hunt(planned), planned.failure?.title).toEqual([])
      }
    },
    ALL ? 600_000 : 60_000,
  )
})

describe.each(EVERY_FLOW.filter(({ on }) => on.includes('edgebase')))(
  '$name, in an app that keeps its session',
  (flow) => {
    it('SEC-13, SEC-18: writes down no secret but the tokens, and those where they belong', async () => {
      hunts += 1
      expect(await hunt({ flow, id: 'edgebase', failure: null, persistent: true })).toEqual([])
    })
  },
)

describe('the plan of what happens to which flow', () => {
  it('has each flow work on each of its backends', async () => {
    const plan = await planOf(EVERY_FLOW, false)
    for (const flow of EVERY_FLOW) {
      const worked = plan.filter((hunt) => hunt.flow === flow && hunt.failure === null)
      expect(worked.map(({ id }) => id)).toEqual(flow.on)
    }
  })

  it('brings each fault and each kind of refusal to each flow that asks a server', async () => {
    const plan = await planOf(EVERY_FLOW, false)
    for (const flow of EVERY_FLOW.filter(({ asksNobody }) => !asksNobody)) {
      const failures = plan.flatMap((hunt) => (hunt.flow === flow ? (hunt.failure ?? []) : []))
      const titles = failures.map(({ title }) => title)
      expect(FAULTS.filter((fault) => !titles.includes(fault))).toEqual([])
      const refusals = await refusalsAt(flow)
      const met = refusals.filter(({ row }) => titles.includes(row)).map(({ kind }) => kind)
      expect(new Set(met)).toEqual(new Set(refusals.map(({ kind }) => kind)))
    }
  })

  it('brings each row of each reference to some flow', async () => {
    const plan = await planOf(EVERY_FLOW, false)
    const titles = new Set(plan.map(({ failure }) => failure?.title))
    expect(SEEDS.filter(({ id }) => !titles.has(id))).toEqual([])
  })

  it('can bring everything to everyone', async () => {
    const plan = await planOf(EVERY_FLOW, true)
    for (const flow of EVERY_FLOW.filter(({ asksNobody }) => !asksNobody)) {
      const hunts = plan.filter((hunt) => hunt.flow === flow)
      const rows = SEEDS.filter(({ backend }) => flow.on.includes(backend))
      expect(hunts).toHaveLength(flow.on.length * (1 + FAULTS.length) + rows.length)
    }
  })
})
