import { checkBackend, type BackendCheck } from './check-backend.js'
import { CHECKS, nameOf, type BackendReport, type Check } from './report.js'

/** What a test runner calls its three words; those of Vitest, Jest and Bun fit. */
export interface TestWords {
  describe: (name: string, body: () => void) => unknown
  it: (name: string, body: () => Promise<void>) => unknown
  expect: (actual: unknown) => { toEqual: (expected: unknown) => unknown }
}

/**
 * Writes the checks of a backend as tests, one a check: `describeBackend({ describe, it, expect }, { backend, … })`.
 * A test fails with the findings of its check, each with what to do about it. Notices fail none.
 * Returns what gives the report, for tests of one's own; the backend is checked once, when it is first asked for.
 */
export function describeBackend(
  { describe, it, expect }: TestWords,
  check: BackendCheck,
): () => Promise<BackendReport> {
  let checked: Promise<BackendReport> | undefined
  const report = () => (checked ??= checkBackend(check))
  describe(`the backend ${check.backend.id}`, () => {
    for (const [name, title] of Object.entries(CHECKS) as [Check, string][]) {
      if (name === 'live' && !check.fetch) continue
      it(title, async () => {
        const { findings } = await report()
        const failures = findings.filter((one) => one.check === name && one.level === 'failure')
        expect(failures.map((one) => `${nameOf(one)} – ${one.what} ${one.mend}`)).toEqual([])
      })
    }
  })
  return report
}
