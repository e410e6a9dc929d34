import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Translator } from '../i18n/translator.js'
import { explain } from './explain.js'
import { Misuse } from './misuse.js'
import { readQuestion } from './question.js'
import { toExplanation } from './report.js'

/**
 * Explains one question a line, one answer a line, as they come. A line that is no question gets an answer
 * with `error`, and the rest is still explained.
 *
 * @returns how many lines were no question.
 */
export async function explainLines(
  input: Readable,
  output: Writable,
  translator: Translator,
): Promise<number> {
  const quick = remembering(translator)
  let number = 0
  let refused = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    let answer: object
    try {
      answer = await explainLine(line, quick)
    } catch (error) {
      refused += 1
      answer = { error: messageOf(error), line: number }
    }
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain')
  }
  return refused
}

async function explainLine(line: string, translator: Pick<Translator, 't'>): Promise<object> {
  const question = await readQuestion(parse(line))
  return toExplanation(explain(question, translator, Date.now()))
}

function parse(line: string): Record<string, unknown> {
  const value = parseJson(line.startsWith('\ufeff') ? line.slice(1) : line)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>
  }
  throw new Misuse(
    'the line is no JSON object',
    'Each line is one question',
    'Write for example {"backend":"auth-svc","operation":"sign_in","status":401,"body":{}} on one line',
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sentences without values are the same on every line. */
function remembering({ t }: Translator): Pick<Translator, 't'> {
  const sentences = new Map<string, string>()
  return {
    t(key, values = {}) {
      if (Object.keys(values).length > 0) return t(key, values)
      const sentence = sentences.get(key) ?? t(key)
      sentences.set(key, sentence)
      return sentence
    },
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Misuse) return error.message
  return new Misuse(
    'the line could not be explained',
    error instanceof Error ? error.message : String(error),
    'Please report it with the line',
  ).message
}
