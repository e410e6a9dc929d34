import { existsSync, readFileSync } from 'node:fs'
import type { Step } from './steps.js'

export interface Tally {
  passed: number
  failed: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

/**
 * What a step adds to the sum. A runner that ended badly without naming a failed test
 * (a crash, no tests at all) counts as one failure.
 */
export function tallyOf({ counts }: Step, succeeded: boolean): Tally {
  if (!counts) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const tally = existsSync(counts.file)
    ? READERS[counts.of](JSON.parse(readFileSync(counts.file, 'utf8')))
    : { passed: 0, failed: 0 }
  const unnamed = tally.failed === 0 && (!succeeded || tally.passed === 0)
  return { passed: tally.passed, failed: tally.failed + (unnamed ? 1 : 0) }
}

const READERS = {
  vitest(report: unknown): Tally {
    const { numPassedTests, numFailedTests, testResults } = report as VitestReport
    // A file that could not be loaded has no tests to fail.
    const unloaded = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    )
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
  },
  playwright(report: unknown): Tally {
    const { stats, errors } = report as PlaywrightReport
    const failed = stats.unexpected + stats.flaky
    return { passed: stats.expected, failed: failed + (failed === 0 ? errors.length : 0) }
  },
} satisfies Record<NonNullable<Step['counts']>['of'], (report: unknown) => Tally>
