// Starts the demo on its real auth server, and Storybook. `--no-storybook` leaves the second out.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { describeAccounts, startDemo } from './demo.js'
import { freePort, startServer } from './local-server.js'
import { endAll } from './run-command.js'

const DEMO_PORT = 5173
const STORYBOOK_PORT = 6006

/** The address of Storybook, once it answers. */
async function startStorybook(): Promise<string> {
  const port = await freePort(STORYBOOK_PORT)
  const { origin } = await startServer({
    name: 'Storybook',
    command: join('node_modules', '.bin', 'storybook'),
    args: ['dev', '--ci', '--exact-port', '--port', String(port), '--host', 'localhost'],
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
    port,
    path: '/index.json',
  })
  return origin
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
