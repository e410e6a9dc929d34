// Simulates a million clients through an outage: `npm run bench:herd -- --clients 1000000`. Draws docs/herd.svg.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { drawChart } from './chart.js'
import { FIXED, GATEWRIGHT, NO_JITTER, TANSTACK } from './policies.js'
import { endLock, simulate, type Scene } from './simulate.js'

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    chart: { type: 'string', default: 'docs/herd.svg' },
  },
})
const clients = Number(values.clients)
const seed = Number(values.seed)

const OUTAGE = { from: 1800, to: 2100 }
const STEADY: Scene = {
  clients,
  life: 900,
  active: 0.1,
  actionEvery: 20,
  outage: OUTAGE,
  issuedAt: null,
  seconds: 5400,
  seed,
}
const POLICIES = [GATEWRIGHT, NO_JITTER, TANSTACK, FIXED]

const peak = (counts: Uint32Array, from: number, to = counts.length) =>
  Math.max(...counts.subarray(from, to))
const mean = (counts: Uint32Array, from: number, to: number) =>
  counts.subarray(from, to).reduce((sum, count) => sum + count, 0) / (to - from)
const round = (value: number) => Math.round(value * 100) / 100

const curves = POLICIES.map((policy) => {
  const { perSecond, whileDown } = simulate(policy, STEADY)
  const steady = mean(perSecond, 900, OUTAGE.from)
  return {
    name: policy.name,
    perSecond,
    steady,
    row: {
      policy: policy.name,
      'steady requests/s': Math.round(steady),
      'peak after recovery': peak(perSecond, OUTAGE.to),
      'times steady': round(peak(perSecond, OUTAGE.to) / steady),
      'calls per occasion while down': round(whileDown.calls / whileDown.occasions),
    },
  }
})
console.log(`An outage of 5 minutes, ${clients} clients, tokens of 15 minutes:`)
console.table(curves.map(({ row }) => row))

console.log('All tokens issued at one instant, no outage:')
console.table(
  POLICIES.map((policy) => {
    const scene = { ...STEADY, outage: null, issuedAt: 0, seconds: 1000 }
    const { perSecond } = simulate(policy, scene)
    const steady = clients / (STEADY.life * 0.85)
    return {
      policy: policy.name,
      'peak requests/s': peak(perSecond, 0),
      'times the mean of a lifetime': round(peak(perSecond, 0) / steady),
      'times the mean of the renewal window': round(
        peak(perSecond, 0) / mean(perSecond, ...windowOf(perSecond)),
      ),
    }
  }),
)

console.log('One lock of 5 minutes that ends for everybody at one instant:')
console.table(
  POLICIES.map((policy) => {
    const perSecond = endLock(policy, clients, 300, 600, seed)
    return { policy: policy.name, 'peak requests/s': peak(perSecond, 0) }
  }),
)

writeFileSync(values.chart, drawChart(curves, OUTAGE))
console.log(`Drawn: ${values.chart}`)

/** From the first to the last second in which anything was asked for. */
function windowOf(counts: Uint32Array): [number, number] {
  const first = counts.findIndex((count) => count > 0)
  return [first, counts.findLastIndex((count) => count > 0) + 1]
}
