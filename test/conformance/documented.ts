import {
  createFakeAuthServer,
  type BackendCheck,
  type ExampleAnswer,
} from '../../src/testing/index.js'
import type { UiKind } from '../../src/ui-state/ui-state.js'
import { ADA, PASSWORD, type FIVE_BACKENDS } from '../client/five-backends.js'
import { BETTER_AUTH_ROWS, betterAuthBody } from '../contract/better-auth-rows.js'
import { CASES } from '../contract/seed-rows.js'
import { answerTo } from '../contract/written-answer.js'

/** What each of the five is checked with: its documented answers, and a fake server in its dialect. */
export async function checkOf({
  id,
  backend,
  dialect,
}: (typeof FIVE_BACKENDS)[number]): Promise<BackendCheck> {
  const server = createFakeAuthServer({ dialect: dialect(), basePath: '/api', accounts: [ADA] })
  return {
    backend,
    answers: await documentedAnswers(id),
    fetch: server.fetch,
    account: { email: ADA.email, password: PASSWORD },
    wrongPasswords: 12,
    now: server.clock.now,
  }
}

/** Every answer of a reference, as the backend's dialect writes it. */
async function documentedAnswers(id: string): Promise<ExampleAnswer[]> {
  const cases = CASES.filter(({ seed, attempt }) => seed.backend === id && attempt === 1)
  return Promise.all(
    cases.map(async (seedCase) => {
      const { status, header, body } = await answerTo(seedCase, 'and more')
      const wait = header('retry-after')
      return {
        at: seedCase.operation,
        status,
        body,
        kind: seedCase.state as UiKind,
        hadToken: seedCase.hadToken,
        ...(seedCase.factor === null ? {} : { factor: seedCase.factor }),
        ...(wait === null ? {} : { headers: { 'retry-after': wait } }),
      }
    }),
  )
}

/** Every code of Better Auth as its server sends it. */
export const BETTER_AUTH_ANSWERS: readonly ExampleAnswer[] = BETTER_AUTH_ROWS.map((row) => ({
  at: row.at,
  status: row.status,
  kind: row.kind,
  body: betterAuthBody(row, 'In the words of the server.'),
  ...(row.factor === undefined ? {} : { factor: row.factor }),
}))
