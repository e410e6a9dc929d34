import { spawn, type ChildProcess } from 'node:child_process'

export interface Ended {
  succeeded: boolean
  /** Standard output and standard error as they came, and why it was ended if it was. */
  output: string
}

const running = new Set<ChildProcess>()

/** Runs a command to its end, without standard input, and ends it with all its children after `limitMs`, if given. */
export function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  limitMs?: number,
  cwd?: string,
): Promise<Ended> {
  return new Promise((resolve) => {
    // A group of its own, so that a browser it started ends with it.
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      cwd,
      detached: true,
    })
    running.add(child)
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
