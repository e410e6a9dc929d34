import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ParseArgsConfig } from 'node:util'
import { checkCopy, sentencesOf, type CopyFault } from '../i18n/check-copy.js'
import { Misuse } from './misuse.js'
import { readArguments } from './read-arguments.js'
import { USAGE } from './usage.js'

const OPTIONS = {
  overrides: { type: 'boolean' },
  language: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options']

/** One language of one file, with what is wrong with it. */
interface Checked {
  file: string
  language: string
  sentences: number
  faults: readonly CopyFault[]
}

/**
 * `gatewright locales`. Resolves with the exit status: 0 clean, 1 faults.
 *
 * @throws {Misuse} for arguments or files that hold no copy.
 */
export async function runLocales(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(
    'locales',
    args,
    OPTIONS,
    'A file that is left out would count as clean',
  )
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  if (positionals.length === 0) {
    throw new Misuse(
      'no file was given',
      'The command compares the copy of an app with the English copy of this version',
      'Write gatewright locales cy.json, or gatewright locales --overrides copy.json',
    )
  }
  const files = await Promise.all(
    positionals.map(async (file) => {
      const copy = await readCopy(file)
      return values.overrides
        ? Object.entries(copy).map(([tag, part]) => check(file, tag, part, false))
        : [check(file, values.language ?? basename(file).replace(/\.json$/, ''), copy, true)]
    }),
  )
  const checked = files.flat()
  process.stdout.write(values.json ? `${JSON.stringify(checked)}\n` : report(checked))
  return checked.some(({ faults }) => faults.length > 0) ? 1 : 0
}

async function readCopy(file: string): Promise<object> {
  const copy = await readFile(file, 'utf8').then(
    (text) => parsed(file, text),
    (error: NodeJS.ErrnoException) => {
      throw new Misuse(
        `${JSON.stringify(file)} could not be read (${String(error.code)})`,
        'A file that cannot be read would count as clean',
        'Give the path of a JSON file',
      )
    },
  )
  if (typeof copy === 'object' && copy !== null && !Array.isArray(copy)) return copy
  throw new Misuse(
    `${JSON.stringify(file)} holds no copy`,
    'A copy is an object of sentences, nested like locales/en.json',
    'Begin from that file',
  )
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Misuse(
      `${JSON.stringify(file)} is not JSON (${error instanceof Error ? error.message : String(error)})`,
      'Sentences are read by their keys',
      'Mend the place that is named',
    )
  }
}

function check(file: string, language: string, copy: unknown, whole: boolean): Checked {
  try {
    return {
      file,
      language,
      sentences: sentencesOf(copy).size,
      faults: checkCopy(language, copy, { whole }),
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Misuse(
      `${JSON.stringify(language)} is not the tag of a language`,
      'Plural forms depend on the language',
      whole
        ? 'Call the file by its BCP 47 tag, such as cy.json, or add --language cy'
        : 'Write the sentences under BCP 47 tags: {"cy": {"actions": {…}}}',
    )
  }
}

function report(checked: readonly Checked[]): string {
  const lines = checked.flatMap(({ file, language, sentences, faults }) => [
    ...faults.map(({ key, fault, detail }) => `${file}: ${language}: ${fault} ${key}: ${detail}`),
    `${file}: ${language}: ${sentences} sentences, ${faults.length} faults`,
  ])
  return `${lines.join('\n')}\n`
}
