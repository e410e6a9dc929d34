// The whole of what `npm test` takes samples of. Takes hours; `npm run test:full -- --only redirects,gallery` runs some.
import { parseArgs } from 'node:util'
import { endAll, runCommand } from './run-command.js'

interface Part {
  name: string
  args: readonly string[]
  environment: Readonly<Record<string, string>>
}

const LIMIT_MS = 4 * 60 * 60_000

const PARTS: readonly Part[] = [
  {
    name: 'redirects',
    args: ['--project', 'node', 'test/client/redirect-escapes.test.ts'],
    environment: { REDIRECTS: '100000' },
  },
  {
    name: 'interleavings',
    args: ['--project', 'node', 'test/client/interleavings.test.ts'],
    environment: { INTERLEAVINGS: '100000' },
  },
  {
    name: 'canaries',
    args: ['--project', 'dom', 'test/security'],
    environment: { CANARIES: 'all' },
  },
  {
    name: 'gallery',
    args: ['--project', 'gallery', '--project', 'pictures'],
    environment: { GALLERY: 'all' },
  },
]

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const names = values.only?.split(',') ?? PARTS.map(({ name }) => name)
const unknown = names.find((name) => !PARTS.some((part) => part.name === name))
if (unknown !== undefined) {
  throw new Error(
    `Gatewright: --only got ${JSON.stringify(unknown)}. No part has that name, so nothing would be run. ` +
      `Choose from ${PARTS.map(({ name }) => name).join(', ')}, with commas between.`,
  )
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    endAll()
    process.exit(130)
  })
}

let failed = 0
for (const { name, args, environment } of PARTS.filter((part) => names.includes(part.name))) {
  const started = performance.now()
  const { succeeded, output } = await runCommand(
    'node_modules/.bin/vitest',
    ['run', ...args],
    { ...process.env, ...environment, NO_COLOR: '1' },
    LIMIT_MS,
  )
  if (!succeeded) {
    failed += 1
    console.log(output)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`${name}: ${succeeded ? 'passed' : 'FAILED'} in ${seconds} s`)
}
process.exitCode = failed > 0 ? 1 : 0
