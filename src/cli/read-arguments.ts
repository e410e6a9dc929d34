import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Misuse } from './misuse.js'

/**
 * The options and words of a command.
 *
 * @param why what would go wrong if an option were passed over
 * @throws {Misuse} for an option that the command does not know, or a value that is missing.
 */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  args: readonly string[],
  options: Options,
  why: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new Misuse(
      `the arguments could not be read: ${error instanceof Error ? error.message : String(error)}`,
      why,
      `See gatewright ${command} --help`,
    )
  }
}
