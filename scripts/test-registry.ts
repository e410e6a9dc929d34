// Adds every drop-in to a fresh app with the real shadcn command, then checks and builds that app. Takes minutes:
// `npm run test:registry`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { writeFreshApp } from './registry/fresh-app.js'
import { serveOnLoopback } from './registry/loopback.js'
import { endAll, runCommand } from './run-command.js'

/** Too heavy for every checkout: 225 packages. */
const SHADCN = 'shadcn@4.23.0'
const LIMIT_MS = 15 * 60_000

interface Index {
  items: { name: string; categories: string[]; files: { target: string }[] }[]
}

const scratch = mkdtempSync(join(tmpdir(), 'gatewright-registry-'))
const app = join(scratch, 'app')
const registry = join(scratch, 'registry')
const env = { ...process.env, NO_COLOR: '1', CI: '1' }

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    endAll()
    process.exit(130)
  })
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function main(): Promise<void> {
  await step('build the package', 'npm', ['run', 'build'])
  await step('pack it', 'npm', ['pack', '--pack-destination', scratch])
  await step('build the registry', 'node_modules/.bin/tsx', [
    'scripts/registry.ts',
    '--out',
    registry,
  ])
  const { name, version } = manifest
  const upstream = (await step('ask for the npm registry', 'npm', ['config', 'get', 'registry']))
    .trim()
    .split('\n')
    .at(-1)
  const loopback = await serveOnLoopback({
    registry,
    tarball: { name, version, file: join(scratch, `${name}-${version}.tgz`) },
    upstream: upstream ?? '',
  })
  try {
    await addAll(loopback.origin)
    const asked = new Set(loopback.asked.filter((path) => path.startsWith('/r/')))
    console.log(`${asked.size} items were asked for`)
  } finally {
    loopback.close()
  }
}

async function addAll(origin: string): Promise<void> {
  const npm = { npm_config_registry: `${origin}/npm/`, REGISTRY_URL: `${origin}/r` }
  writeFreshApp(app, origin)
  await step('install the fresh app', 'npm', ['install', '--no-audit', '--no-fund'], app, npm)
  await step(
    'add one by its address',
    'npx',
    ['--yes', SHADCN, 'add', `${origin}/r/sign-in.json`, '--yes'],
    app,
    npm,
  )
  const others = dropIns().map((item) => `@gatewright/${item}`)
  await step(
    'add all by their names',
    'npx',
    ['--yes', SHADCN, 'add', ...others, '--yes'],
    app,
    npm,
  )
  await checkSchema(npm)
  requireFiles()
  requireStyles()
  await step('check the types of the app', 'node_modules/.bin/tsc', ['--noEmit'], app)
  await step('build the app', 'node_modules/.bin/vite', ['build'], app)
}

function dropIns(): string[] {
  return index()
    .items.filter(({ categories }) => categories.includes('drop-in'))
    .map(({ name }) => name)
}

function index(): Index {
  return JSON.parse(readFileSync(join(registry, 'registry.json'), 'utf8')) as Index
}

/** By the schema that the command itself goes by. */
async function checkSchema(npm: NodeJS.ProcessEnv): Promise<void> {
  const script = `
    import { readdirSync, readFileSync } from 'node:fs'
    import { registryItemSchema, registrySchema } from 'shadcn/schema'
    const folder = ${JSON.stringify(join(registry, 'r'))}
    for (const file of readdirSync(folder)) {
      const value = JSON.parse(readFileSync(folder + '/' + file, 'utf8'))
      ;(file === 'registry.json' ? registrySchema : registryItemSchema).parse(value)
    }
    console.log(readdirSync(folder).length + ' files are valid')`
  const tools = join(scratch, 'tools')
  const install = ['install', '--prefix', tools, '--no-audit', '--no-fund', SHADCN]
  await step('install the schema', 'npm', install, scratch, npm)
  await step('check the schema', 'node', ['--input-type=module', '--eval', script], tools)
}

/** Every file is where an app looks for it. */
function requireFiles(): void {
  const { items } = index()
  const targets = items.flatMap(({ files }) => files.map(({ target }) => target))
  const missing = targets.filter((target) => !existsSync(join(app, 'src', target)))
  if (missing.length === 0) return console.log(`${targets.length} files were added`)
  throw new Error(`Gatewright: the app lacks ${missing.join(', ')}. See what "add" said.`)
}

function requireStyles(): void {
  const css = readFileSync(join(app, 'src/index.css'), 'utf8')
  if (css.includes('gatewright/styles.css')) return
  throw new Error(
    `Gatewright: the app's stylesheet does not import gatewright/styles.css, so the drop-ins have no look:\n${css}`,
  )
}

/** Runs a command to its end and gives what it said; throws that where it fails. */
async function step(
  what: string,
  command: string,
  args: readonly string[],
  cwd = process.cwd(),
  more: NodeJS.ProcessEnv = {},
): Promise<string> {
  const started = performance.now()
  const { succeeded, output } = await runCommand(command, args, { ...env, ...more }, LIMIT_MS, cwd)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`${what}: ${succeeded ? 'done' : 'FAILED'} in ${seconds} s`)
  if (!succeeded) throw new Error(output)
  return output
}
