import { spawn, type ChildProcess } from 'node:child_process'

export interface Ended {
  succeeded: boolean
  /** Standard output and standard error as they came, and why it was ended if it was. */
  output: string
}

/** A command on its way. */
export interface Started {
  ended: Promise<Ended>
  /** Ends it with all its children. */
  end: () => void
}

const running = new Set<ChildProcess>()

/**
 * Runs a command to its end, without standard input, and ends it with all its children after `limitMs`, if given.
 * It runs in the folder `cwd`, by default in this one.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  limitMs?: number,
  cwd?: string,
): Promise<Ended> {
  return startCommand(command, args, env, limitMs, cwd).ended
}

/** Starts a command as `runCommand` does. */
export function startCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  limitMs?: number,
  cwd?: string,
): Started {
  // A group of its own, so that a browser it started ends with it.
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
    cwd,
    detached: true,
  })
  running.add(child)
  const ended = new Promise<Ended>((resolve) => {
    let output = ''
    const note = (text: string) => (output += text)
    child.stdout.setEncoding('utf8').on('data', note)
    child.stderr.setEncoding('utf8').on('data', note)
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            note(`\nEnded after ${limitMs / 60_000} minutes.\n`)
            endGroup(child)
          }, limitMs)
    const end = (succeeded: boolean) => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ succeeded, output })
    }
    child.on('error', (error) => {
      note(`${error.message}\n`)
      end(false)
    })
    child.on('close', (status) => end(status === 0))
  })
  return { ended, end: () => endGroup(child) }
}

/** Ends every command that is still running. */
export function endAll(): void {
  for (const child of running) endGroup(child)
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself meanwhile.
  }
}
