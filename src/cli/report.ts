import { plainText } from '../ui-state/plain-text.js'
import type { Explained, Explanation } from './explain.js'
import type { Question } from './question.js'
import { RESPONSES, RETRIES } from './words.js'

const LABEL_WIDTH = 16

/** An explanation as text for a terminal; whatever a server wrote is stripped of control characters. */
export function report(question: Question, explained: Explained): string {
  const { code, kind, data, copy, serverText, response, retry, raw } = explained
  const facts = Object.entries(data).filter(([, value]) => !isNothing(value))
  const support = Object.entries(raw).filter(([, value]) => value !== null)
  return [
    headline(question),
    '',
    row('State', kind === code ? kind : `${kind} (${code})`),
    row('The user reads', copy ?? 'nothing'),
    ...(serverText === null ? [] : [row('and from server', serverText)]),
    row('The program', `${response}: ${RESPONSES[response]}`),
    row('Sent again by', RETRIES[retry]),
    ...facts.map(([name, value], index) => row(index === 0 ? 'Facts' : '', fact(name, value))),
    ...support.map(([name, value], index) =>
      row(index === 0 ? 'For support' : '', fact(name, value)),
    ),
    '',
  ].join('\n')
}

/** The part of an explanation that programs read. */
export function toExplanation({ code, kind, data, copy, response, raw }: Explained): Explanation {
  return { code, kind, data, copy, response, raw }
}

function headline({ backend, context, outcome }: Question): string {
  const happened = typeof outcome === 'string' ? `no answer (${outcome})` : `HTTP ${outcome.status}`
  return `${backend.id}, ${context.operation}: ${happened}`
}

function row(label: string, words: string): string {
  return `${label.padEnd(LABEL_WIDTH)}${words}`
}

function fact(name: string, value: unknown): string {
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return `${name}: ${plainText(words) ?? ''}`
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
