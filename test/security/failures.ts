import { sortAnswer } from '../../src/backends/sort-answer.js'
import { rowOf } from '../../src/errors/catalogue.js'
import { firstCall, type Operation } from '../../src/errors/operation.js'
import { responseOf } from '../../src/testing/fake-auth-server/routing.js'
import { CASES, type BackendId, type SeedCase } from '../contract/seed-rows.js'
import { PARTIES, readAnswer, wireRowOf } from '../contract/written-answer.js'

/** How one request goes wrong. */
export interface Failure {
  title: string
  /** No answer ever comes, and the client gives up. */
  isNone?: true
  /** Answers in the server's place. */
  answer: (request: FailingRequest) => Promise<Response>
}

export interface FailingRequest {
  url: string
  /** All that was sent, as text. */
  sent: string
  signal: AbortSignal | null
}

const NOW = Date.UTC(2026, 0, 5, 9)
const REQUEST_ID = '550e8400-e29b-41d4-a716-446655440000'

/** Faults that could take a secret along. */
export const TELLING_FAULTS: readonly Failure[] = [
  {
    title: 'a fault that tells what was sent',
    answer: ({ url, sent }) =>
      Promise.reject(new TypeError(`${url} ${sent}`, { cause: new Error(sent) })),
  },
  written('a page for developers that shows what was sent', 500, ({ url, sent }) => [
    `<title>TypeError at ${url}</title><h1>Whoops</h1><pre>${sent}</pre>`,
    'text/html',
  ]),
  written('an unknown code that comes with what was sent', 422, ({ sent }) => [
    JSON.stringify({ code: 'X_9', error: { code: 'X_9', message: sent }, message: sent }),
    'application/json',
  ]),
]

/** What else may happen to any request of any backend. */
export const OTHER_FAULTS: readonly Failure[] = [
  { title: 'offline', answer: () => Promise.reject(new TypeError('Failed to fetch')) },
  {
    title: 'no answer',
    isNone: true,
    answer: ({ signal }) =>
      new Promise((_, reject) => {
        const hangUp = () => reject(new DOMException('', 'AbortError'))
        if (signal?.aborted) hangUp()
        signal?.addEventListener('abort', hangUp)
      }),
  },
  written('a success that is none', 200, () => ['{"surprise":true}', 'application/json']),
  written('nothing', 200, () => ['', 'text/plain']),
  written('a bare refusal', 401, () => ['', 'text/plain']),
]

function written(
  title: string,
  status: number,
  body: (request: FailingRequest) => [text: string, type: string],
): Failure {
  const answer = async (request: FailingRequest) => {
    const [text, type] = body(request)
    return new Response(text, { status, headers: { 'content-type': type } })
  }
  return { title, answer }
}

/** What a row of a backend's reference answers. */
export interface Refusal extends Failure {
  backend: BackendId
  row: string
  /** Who may try again, and when: what it makes of a flow. */
  kind: string
}

/** Every answer in a backend's reference, as it comes to a request of an operation. */
export async function refusalsOf(
  backend: BackendId,
  operation: Operation,
): Promise<readonly Refusal[]> {
  const { dialect, backend: reader } = PARTIES[backend]
  return Promise.all(
    rowsOf(backend).map(async (seedCase) => {
      const wire = wireRowOf(seedCase, 'again later.')
      const reply = dialect.writeRow(wire, { now: NOW, requestId: REQUEST_ID, operation })
      const answer = await readAnswer(responseOf(reply))
      const sorted = sortAnswer(reader, answer, { ...firstCall(operation), hadToken: true }, NOW)
      const row = seedCase.seed.id
      return {
        title: row,
        backend,
        row,
        kind: sorted ? rowOf(sorted.code).retry : 'none',
        answer: async () => responseOf(reply),
      }
    }),
  )
}

function rowsOf(backend: BackendId): readonly SeedCase[] {
  const byRow = new Map(CASES.map((known) => [known.seed.id, known]))
  return [...byRow.values()].filter(({ seed }) => seed.backend === backend)
}
