import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, startServer, type RunningServer } from '../local-server.js'
import { runCommand } from '../run-command.js'

const APPS = 'examples/consumers'
const LIMIT_MS = 5 * 60_000
/** Of what a command printed, as much as says why it failed. */
const LINES_SHOWN = 40

/** An app of `examples/consumers` in a folder of its own, with the packed package in its `node_modules`. */
export interface InstalledApp {
  folder: string
  /** Runs a command there. @throws (rejects) with what it printed when it fails. */
  run: (command: string, ...args: readonly string[]) => Promise<string>
  /** Starts a server there; its port is put behind the arguments. Ended by its `end`. */
  serve: (command: string, ...args: readonly string[]) => Promise<RunningServer>
}

export interface Installation {
  /** Of `examples/consumers`, one laid over the other. */
  sources: readonly string[]
  tarball: string
  folder: string
  /** Where the app's auth server answers. */
  authOrigin: string
}

/** Sets an app up as its developer would. */
export async function install(installation: Installation): Promise<InstalledApp> {
  const { sources, tarball, folder, authOrigin } = installation
  for (const source of sources) cpSync(join(APPS, source), folder, { recursive: true })
  takeFrom(tarball, join(folder, 'package.json'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    AUTH_ORIGIN: authOrigin,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: undefined,
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
  }
  const run = async (command: string, ...args: readonly string[]) => {
    const { succeeded, output } = await runCommand(command, args, env, LIMIT_MS, folder)
    if (succeeded) return output
    const last = output.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n')
    throw new Error(`${command} ${args.join(' ')} failed:\n${last}`)
  }
  await run('npm', 'install', '--no-audit', '--no-fund')
  return {
    folder,
    run,
    serve: async (command, ...args) => {
      const port = await freePort()
      const name = `${command} ${args.join(' ')}`
      const numbered = [...args, '--port', String(port)]
      return startServer({ name, command, args: numbered, env, cwd: folder, port })
    },
  }
}

/** Lets an app have the tarball where it asks for the package. */
function takeFrom(tarball: string, path: string): void {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
    name: string
    dependencies: Record<string, string>
  }
  if (manifest.dependencies['gatewright'] === undefined) {
    throw new Error(`${manifest.name} has no dependency "gatewright" in its package.json.`)
  }
  manifest.dependencies['gatewright'] = `file:${tarball}`
  writeFileSync(path, JSON.stringify(manifest, null, 2))
}
