// Starts the demo on its real auth server, and Storybook. `--no-storybook` leaves the second out.
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { describeAccounts, startDemo } from './demo.js'
import { endAll, runCommand } from './run-command.js'

const DEMO_PORT = 5173
const STORYBOOK_PORT = 6006

/** The wanted port, or any free one where it is taken. */
async function freePort(wanted: number): Promise<number> {
  const probe = createServer()
  try {
    await once(probe.listen(wanted, '127.0.0.1'), 'listening')
    return (probe.address() as AddressInfo).port
  } catch {
    return freePort(0)
  } finally {
    probe.close()
  }
}

async function startStorybook(): Promise<string> {
  const port = await freePort(STORYBOOK_PORT)
  const address = `http://localhost:${port}`
  const ended = runCommand(
    join('node_modules', '.bin', 'storybook'),
    ['dev', '--ci', '--exact-port', '--port', String(port), '--host', 'localhost'],
    { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
  )
  const failed = ended.then(({ output }) => {
    throw new Error(`Gatewright: Storybook did not start.\n${output}`)
  })
  while (!(await Promise.race([failed, answers(`${address}/index.json`)]))) await wait(300)
  // Ended by Ctrl+C later on, which is no failure.
  failed.catch(() => undefined)
  return address
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

const { values } = parseArgs({
  options: { port: { type: 'string' }, storybook: { type: 'boolean' } },
  allowNegative: true,
})

const demo = await startDemo(values.port ? Number(values.port) : await freePort(DEMO_PORT))

let stopping = false

async function stop(): Promise<void> {
  stopping = true
  endAll()
  await demo.close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

try {
  const storybook = values.storybook === false ? null : await startStorybook()
  const lines = [
    `Demo       ${demo.origin}`,
    ...(storybook === null ? [] : [`Storybook  ${storybook}`]),
    '',
    ...(await describeAccounts(demo.origin)),
    '',
    'Ctrl+C stops everything.',
  ]
  console.log(`\n${lines.join('\n')}`)
} catch (error) {
  if (!stopping) {
    endAll()
    await demo.close()
    throw error
  }
}
