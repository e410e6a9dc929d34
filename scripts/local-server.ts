import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { startCommand } from './run-command.js'

const BETWEEN_LOOKS_MS = 300
const START_LIMIT_MS = 3 * 60_000

export interface ServerCommand {
  /** What an error calls it. */
  name: string
  command: string
  args: readonly string[]
  env: NodeJS.ProcessEnv
  /** The folder it runs in. Default: this one. */
  cwd?: string
  port: number
  /** What it has to answer to be taken for started. Default `/`. */
  path?: string
}

export interface RunningServer {
  /** For example `http://localhost:6006`. */
  origin: string
  /** Ends it with all its children. */
  end: () => void
}

/** The wanted port, or any free one where it is taken or 0. */
export async function freePort(wanted = 0): Promise<number> {
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

/**
 * Starts a server in a process of its own, and waits until it answers.
 *
 * @throws (rejects) with what it printed when it ends before that, or has not answered after three minutes.
 */
export async function startServer({
  name,
  command,
  args,
  env,
  cwd,
  port,
  path = '/',
}: ServerCommand): Promise<RunningServer> {
  const origin = `http://localhost:${port}`
  const { ended, end } = startCommand(command, args, env, undefined, cwd)
  const impatience = setTimeout(end, START_LIMIT_MS)
  const failed = ended.then(({ output }) => {
    throw new Error(`Gatewright: ${name} did not start.\n${output}`)
  })
  try {
    while (!(await Promise.race([failed, answers(origin + path)]))) await wait(BETWEEN_LOOKS_MS)
  } finally {
    clearTimeout(impatience)
  }
  // Ended later on, which is no failure.
  failed.catch(() => undefined)
  return { origin, end }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
