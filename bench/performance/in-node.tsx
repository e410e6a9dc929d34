import { renderToString } from 'react-dom/server'
import { authSvc } from '../../src/backends/auth-svc/index.js'
import type { Dialect, WireAnswer } from '../../src/backends/backend.js'
import { edgebase } from '../../src/backends/edgebase/index.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { createAuthClient } from '../../src/client/index.js'
import { firstCall } from '../../src/errors/operation.js'
import { AuthProvider, SignIn } from '../../src/index.js'

const ROUND_MS = 500

/** How often something is done in a second of this core's time: what else runs on the machine does not count. */
function rateOf(job: (turn: number) => void): number {
  for (let turn = 0; turn < 1000; turn += 1) job(turn)
  const start = process.cpuUsage()
  let turns = 0
  let spent = 0
  while (spent < ROUND_MS) {
    for (let batch = 0; batch < 100; batch += 1) job(turns + batch)
    turns += 100
    const { user, system } = process.cpuUsage(start)
    spent = (user + system) / 1000
  }
  return (turns / spent) * 1000
}

const SIGN_IN = firstCall('sign_in')

function sortRate(dialect: Dialect, answers: readonly WireAnswer[]): number {
  return rateOf((turn) => {
    const answer = answers[turn % answers.length]
    if (answer) sortAnswer(dialect, answer, SIGN_IN, 0)
  })
}

const answer = (status: number, body: unknown): WireAnswer => ({ status, header: () => null, body })

/** Answers sorted in a second by a backend of tables. */
export function tableSortRate(): number {
  const backend = authSvc({ baseUrl: '/api' })
  const codes = [...Object.keys(backend.codes), 'SOMETHING_NEW']
  return sortRate(
    backend,
    codes.map((code) => answer(401, { data: null, error: { code, message: code }, meta: {} })),
  )
}

/** Texts that EdgeBase's rules tell apart, by their number: the first, one in the middle, the last, and none of them. */
export function ruleSortRates(): Readonly<Record<'first' | 'last' | 'none' | 'all', number>> {
  const backend = edgebase({ baseUrl: '/api' })
  const texts = (backend.rules ?? []).flatMap(({ message, status = 400, code }) =>
    typeof message === 'string' ? [answer(status, { code: code ?? status, message })] : [],
  )
  const none = answer(400, { code: 400, message: 'Nothing that any rule knows.' })
  return {
    first: sortRate(backend, texts.slice(0, 1)),
    last: sortRate(backend, texts.slice(-1)),
    none: sortRate(backend, [none]),
    all: sortRate(backend, [...texts, none]),
  }
}

/** Server renders of a sign-in form in a second. */
export function renderRate(): number {
  const client = createAuthClient({ backend: authSvc({ baseUrl: 'https://auth.example/auth/v1' }) })
  return rateOf(() => {
    renderToString(
      <AuthProvider client={client}>
        <SignIn />
      </AuthProvider>,
    )
  })
}
