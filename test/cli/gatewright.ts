import { spawn } from 'node:child_process'

export interface Run {
  status: number | null
  output: string
  errors: string
}

/** Runs the real command as its users do. */
export function gatewright(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args])
    const run: Run = { status: null, output: '', errors: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (run.output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (run.errors += text))
    child.on('error', reject)
    child.on('close', (status) => resolve({ ...run, status }))
    child.stdin.end(input)
  })
}
