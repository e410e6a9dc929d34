#!/usr/bin/env node
import { runExplain } from './run-explain.js'
import { runLocales } from './run-locales.js'
import { Misuse } from './misuse.js'
import { USAGE } from './usage.js'

/** Exit status for a command that cannot be carried out as it was typed. */
const MISUSED = 2

async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'explain') return runExplain(args)
  if (command === 'locales') return runLocales(args)
  if (command === 'help' || command === '--help' || command === '-h') {
    process.stdout.write(USAGE)
    return 0
  }
  throw new Misuse(
    command === undefined
      ? 'no command was given'
      : `there is no command ${JSON.stringify(command)}`,
    'The commands are explain and locales',
    'Run gatewright --help',
  )
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Misuse)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = MISUSED
}
