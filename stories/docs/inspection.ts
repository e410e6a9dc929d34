import { failureOf } from '../../src/cli/explain.js'
import { Misuse } from '../../src/cli/misuse.js'
import { readQuestion } from '../../src/cli/question.js'
import type { UiState } from '../../src/index.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import { NOW } from '../answer-story.js'

/** An answer as somebody typed it. */
export interface TypedAnswer {
  backend: string
  operation: string
  status: string
  /** One a line. */
  headers: string
  body: string
  /** The request carried an access token. */
  hadToken: boolean
  /** The request was sent for the second time, after a refresh. */
  again: boolean
}

/** What becomes of it, or why it is no answer. */
export type Inspection = { state: UiState } | { complaint: string }

/** Total: whatever was typed gives a state or a complaint. */
export async function inspect({
  status,
  headers,
  again,
  ...asked
}: TypedAnswer): Promise<Inspection> {
  try {
    const question = await readQuestion({
      ...asked,
      status: /^\d+$/.test(status.trim()) ? Number(status) : status.trim() || undefined,
      headers: headersIn(headers),
      attempt: again ? 2 : 1,
    })
    return { state: toUiState(failureOf(question, NOW)) }
  } catch (error) {
    return { complaint: error instanceof Error ? error.message : String(error) }
  }
}

function headersIn(text: string): Record<string, string[]> {
  const found = new Map<string, string[]>()
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const colon = line.indexOf(':')
    if (colon < 1) {
      throw new Misuse(
        `the header ${JSON.stringify(line.slice(0, 60))} has no colon`,
        'A header is a name and a value',
        'Write one a line, such as Retry-After: 30',
      )
    }
    const name = line.slice(0, colon).trim().toLowerCase()
    found.set(name, [...(found.get(name) ?? []), line.slice(colon + 1).trim()])
  }
  return Object.fromEntries(found)
}
