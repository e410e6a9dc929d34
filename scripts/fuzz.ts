// Sorts hostile answers, by default a million over all backends: `npm run fuzz -- --cases 50000 --seed 7`.
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { BACKENDS, hostileAnswers, judgeOf } from '../test/contract/hostile-answer.js'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const [cases, seed] = [Number(values.cases), Number(values.seed)]
if (!Number.isSafeInteger(cases) || cases < 1 || !Number.isSafeInteger(seed)) {
  throw new Error('Fuzz: --cases and --seed have to be whole numbers, for example --cases 50000.')
}

let rejections = 0
process.on('unhandledRejection', () => {
  rejections += 1
})

const native = JSON.stringify(Object.getOwnPropertyNames(Object.prototype))
const started = performance.now()
let faults = 0
for (const backend of BACKENDS) {
  const judge = await judgeOf(backend)
  const numRuns = Math.ceil(cases / BACKENDS.length)
  const property = fc.property(hostileAnswers(backend), (hostile) => judge(hostile) === null)
  const result = fc.check(property, { numRuns, seed })
  if (result.failed) {
    faults += 1
    console.error(fc.defaultReportMessage(result))
  }
  console.log(`${backend.id}: ${result.numRuns} answers, ${result.failed ? 'a fault' : 'no fault'}`)
}
const polluted = JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== native
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(
  `${cases} answers, seed ${seed}: ${faults} backends with faults, ${rejections} unhandled rejections, ` +
    `Object.prototype ${polluted ? 'changed' : 'unchanged'}, ${seconds} s`,
)
process.exitCode = faults + rejections > 0 || polluted ? 1 : 0
