// Runs every check of the project, one after another but for those that leave each other room.
// `npm test -- --only unit,lint` runs some of them.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { tallyOf } from './counts.js'
import { endAll, runCommand } from './run-command.js'
import { PLAYWRIGHT_REPORT, STORYBOOK_BUILD, steps, type Step } from './steps.js'

const LIMIT_MS = 11 * 60_000
const NEEDS_BROWSER = ['unit', 'stories', 'gallery', 'e2e']

const environment: NodeJS.ProcessEnv = {
  ...process.env,
  CI: process.env['CI'] ?? '1',
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  STORYBOOK_DISABLE_TELEMETRY: '1',
  PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT,
}
const total = { passed: 0, failed: 0 }

async function run(step: Step): Promise<string> {
  const words = `${step.tool} ${step.args.join(' ')}`
  console.log(`\n== ${step.name}: ${words}`)
  const command = step.tool === 'npm' ? 'npm' : join('node_modules', '.bin', step.tool)
  const started = performance.now()
  const { succeeded, output } = await runCommand(command, step.args, environment, LIMIT_MS)
  const complaint = succeeded ? (step.check?.() ?? null) : null
  const tally = tallyOf(step, succeeded && complaint === null)
  total.passed += tally.passed
  total.failed += tally.failed
  if (tally.failed > 0) console.log(output)
  if (complaint !== null) console.log(`Gatewright: ${complaint}.`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`   ${step.name}: ${tally.passed} passed, ${tally.failed} failed in ${seconds} s`)
  return output
}

function chosen(): readonly Step[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  if (values.only === undefined) return steps()
  const names = values.only.split(',')
  const known = new Set(steps().map(({ name }) => name))
  const unknown = names.find((name) => !known.has(name))
  if (unknown !== undefined) {
    throw new Error(
      `Gatewright: --only got ${JSON.stringify(unknown)}. No step has that name, so nothing would be run. ` +
        `Choose from ${[...known].join(', ')}, with commas between.`,
    )
  }
  return steps().filter(({ name }) => names.includes(name))
}

/** The steps in their order, those that run together in one group. */
function groupsOf(all: readonly Step[]): readonly (readonly Step[])[] {
  const groups: Step[][] = []
  for (const step of all) {
    const last = groups.at(-1)
    if (step.together !== undefined && last?.[0]?.together === step.together) last.push(step)
    else groups.push([step])
  }
  return groups
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    endAll()
    process.exit(130)
  })
}

const wanted = chosen()
if (wanted.some(({ name }) => name === 'storybook')) {
  environment['STORYBOOK_BUILD'] = STORYBOOK_BUILD
}
if (wanted.some(({ name }) => NEEDS_BROWSER.includes(name))) {
  const printed = await run({ name: 'browser', tool: 'tsx', args: ['scripts/ensure-browser.ts'] })
  const path = printed.trim().split('\n').at(-1)
  if (total.failed === 0) environment['CHROMIUM_PATH'] = path
}
for (const group of groupsOf(wanted)) await Promise.all(group.map(run))

console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
