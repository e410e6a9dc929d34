import type { ParseArgsConfig } from 'node:util'
import { fallbackChain } from '../i18n/languages.js'
import { SHIPPED_LANGUAGES } from '../i18n/resources.js'
import { loadTranslator, type Translator } from '../i18n/translator.js'
import { explain } from './explain.js'
import { explainLines } from './json-lines.js'
import { Misuse } from './misuse.js'
import { readQuestion } from './question.js'
import { readArguments } from './read-arguments.js'
import { readInput } from './read-input.js'
import { report, toExplanation } from './report.js'
import { USAGE } from './usage.js'

const OPTIONS = {
  status: { type: 'string' },
  header: { type: 'string', multiple: true },
  body: { type: 'string' },
  network: { type: 'string' },
  attempt: { type: 'string' },
  'had-token': { type: 'boolean' },
  factor: { type: 'string' },
  locale: { type: 'string' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options']

/**
 * `gatewright explain`. Resolves with the exit status.
 *
 * @throws {Misuse} for arguments that make no question.
 */
export async function runExplain(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(
    'explain',
    args,
    OPTIONS,
    'An option that is not understood would change the answer unseen',
  )
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const translator = await translatorFor(values.locale ?? 'en')
  if (values.jsonl) {
    const refused = await explainLines(process.stdin, process.stdout, translator)
    return refused > 0 ? 1 : 0
  }
  const [backend, operation, ...rest] = positionals
  if (rest.length > 0) throw unexpected(rest)
  const question = await readQuestion({
    backend,
    operation,
    status: numeric(values.status),
    headers: headersIn(values.header ?? []),
    body: values.body === undefined ? undefined : await readInput(values.body),
    network: values.network,
    attempt: numeric(values.attempt),
    hadToken: values['had-token'],
    factor: values.factor,
  })
  const explained = explain(question, translator, Date.now())
  process.stdout.write(
    values.json ? `${JSON.stringify(toExplanation(explained))}\n` : report(question, explained),
  )
  return 0
}

async function translatorFor(locale: string): Promise<Translator> {
  const translator = await loadTranslator(locale)
  const english = fallbackChain(locale)[0]?.split('-')[0] === 'en'
  if (translator.language !== 'en' || english) return translator
  throw new Misuse(
    `there is no copy in ${JSON.stringify(locale)}`,
    'The sentence is printed in the language asked for or not at all',
    `Choose one of ${SHIPPED_LANGUAGES.join(', ')}`,
  )
}

/** Digits as a number; anything else is passed on, to be refused by name. */
function numeric(value: string | undefined): number | string | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : value
}

function headersIn(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      if (colon > 0) return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
      throw new Misuse(
        `the header ${JSON.stringify(line)} has no colon`,
        'A header is a name and a value',
        "Write for example --header 'Retry-After: 30'",
      )
    }),
  )
}

function unexpected(words: readonly string[]): Misuse {
  return new Misuse(
    `${JSON.stringify(words.join(' '))} is one word too many`,
    'An answer belongs to one operation of one backend',
    'Write gatewright explain <backend> <operation> --status <number>',
  )
}
