// Tries the packed package in apps that install it. Needs the registry; takes minutes. `--only vite,next` tries some.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { authSvcDialect, createFakeAuthServer } from '../src/testing/index.js'
import { serveFakeAuth } from '../src/testing/node.js'
import { headlessShellLaunch } from './chromium.js'
import { CONSUMERS, type App, type Surroundings } from './consumers/apps.js'
import { install } from './consumers/installed-app.js'
import { ADA } from './consumers/visit.js'
import { endAll, runCommand } from './run-command.js'

const scratch = mkdtempSync(join(tmpdir(), 'gatewright-consumers-'))

function chosen(): readonly App[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const known = CONSUMERS.map(({ name }) => name)
  const names = values.only?.split(',') ?? known
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return CONSUMERS.filter(({ name }) => names.includes(name))
  throw new Error(
    `Gatewright: --only got ${JSON.stringify(unknown)}. No app has that name, so nothing would be tried. ` +
      `Choose from ${known.join(', ')}, with commas between.`,
  )
}

/** @throws (rejects) with what the command printed when it fails. */
async function run(command: string, ...args: readonly string[]): Promise<string> {
  const { succeeded, output } = await runCommand(command, args, process.env)
  if (succeeded) return output
  throw new Error(`Gatewright: ${command} ${args.join(' ')} failed:\n${output}`)
}

async function pack(): Promise<string> {
  await run('npm', 'run', 'build')
  const printed = await run('npm', 'pack', '--silent', '--pack-destination', scratch)
  return join(scratch, printed.trim().split('\n').at(-1) ?? '')
}

async function attempt(app: App, tarball: string, surroundings: Surroundings): Promise<boolean> {
  const folder = join(scratch, app.name)
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`
  try {
    const { authOrigin } = surroundings
    const sources = [...app.over, app.name]
    await app.attempt(await install({ sources, tarball, folder, authOrigin }), surroundings)
    console.log(`${app.name}: passed in ${seconds()} (${app.title})`)
    return true
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.log(`${app.name}: FAILED in ${seconds()} (${app.title}): ${reason}`)
    console.log(`  The app is left in ${folder}`)
    return false
  }
}

async function tryAll(apps: readonly App[]): Promise<number> {
  await run('node_modules/.bin/tsx', 'scripts/ensure-browser.ts')
  const tarball = await pack()
  const browser = await chromium.launch(headlessShellLaunch())
  const auth = await serveFakeAuth(
    createFakeAuthServer({ dialect: authSvcDialect(), accounts: [ADA] }),
  )
  try {
    let passed = 0
    for (const app of apps) {
      if (await attempt(app, tarball, { browser, authOrigin: auth.origin })) passed += 1
    }
    return passed
  } finally {
    await auth.close()
    await browser.close()
    endAll()
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    endAll()
    process.exit(130)
  })
}

const apps = chosen()
const passed = await tryAll(apps)
if (passed === apps.length) rmSync(scratch, { recursive: true, force: true })
console.log(`\n${passed} passed, ${apps.length - passed} failed`)
process.exitCode = passed === apps.length ? 0 : 1
