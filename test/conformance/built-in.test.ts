import { describe, expect, it } from 'vitest'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { describeBackend } from '../../src/testing/index.js'
import { ADA, FIVE_BACKENDS, PASSWORD } from '../client/five-backends.js'
import { connectBetterAuth } from '../components/real-better-auth.js'
import { BETTER_AUTH_ANSWERS, checkOf } from './documented.js'

const five = (await Promise.all(FIVE_BACKENDS.map(checkOf))).map((check) =>
  describeBackend({ describe, it, expect }, check),
)

const { fetch } = await connectBetterAuth()
describeBackend(
  { describe, it, expect },
  {
    backend: betterAuth({ baseUrl: 'http://localhost:3000/api/auth' }),
    answers: BETTER_AUTH_ANSWERS,
    fetch,
    account: { email: ADA.email, password: PASSWORD },
    wrongPasswords: 3,
  },
)

describe('the documented answers of the five', () => {
  it('lead to nearly every kind', async () => {
    const reports = await Promise.all(five.map((report) => report()))
    expect(new Set(reports.flatMap(({ kinds }) => kinds)).size).toBeGreaterThanOrEqual(30)
  })

  it('are followed by a server that holds both addresses back alike', async () => {
    for (const report of five) {
      const { backend, reached } = await report()
      const held = reached.filter(({ by, kind }) => by === 'live' && /locked|limited/.test(kind))
      expect({ backend, held: held.length > 0 }).toEqual({ backend, held: true })
    }
  })
})
