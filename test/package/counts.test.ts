import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tallyOf } from '../../scripts/counts.js'
import type { Step } from '../../scripts/steps.js'

function stepOf(of: 'vitest' | 'playwright', report?: object): Step {
  const file = join(mkdtempSync(join(tmpdir(), 'counts-')), 'report.json')
  if (report) writeFileSync(file, JSON.stringify(report))
  return { name: 'unit', tool: of, args: [], counts: { file, of } }
}

function vitestReport(passed: number, failed: number, files: object[] = []) {
  return { numPassedTests: passed, numFailedTests: failed, testResults: files }
}

describe('the sum of the test run', () => {
  it('takes each test of a runner for one', () => {
    expect(tallyOf(stepOf('vitest', vitestReport(7, 2)), false)).toEqual({ passed: 7, failed: 2 })
    const stats = { expected: 5, unexpected: 1, flaky: 1 }
    const report = { stats, errors: [] }
    expect(tallyOf(stepOf('playwright', report), false)).toEqual({ passed: 5, failed: 2 })
  })

  it('takes any other step for one', () => {
    const step = { name: 'lint', tool: 'oxlint', args: [] }
    expect(tallyOf(step, true)).toEqual({ passed: 1, failed: 0 })
    expect(tallyOf(step, false)).toEqual({ passed: 0, failed: 1 })
  })

  it('lets no file pass that could not be loaded', () => {
    const unloaded = { status: 'failed', assertionResults: [] }
    const loaded = { status: 'failed', assertionResults: [{ status: 'failed' }] }
    const report = vitestReport(3, 1, [unloaded, loaded])
    expect(tallyOf(stepOf('vitest', report), false)).toEqual({ passed: 3, failed: 2 })
  })

  it('lets no runner pass that crashed, left no report or ran nothing', () => {
    expect(tallyOf(stepOf('vitest', vitestReport(3, 0)), false)).toEqual({ passed: 3, failed: 1 })
    expect(tallyOf(stepOf('vitest'), false)).toEqual({ passed: 0, failed: 1 })
    expect(tallyOf(stepOf('vitest'), true)).toEqual({ passed: 0, failed: 1 })
    expect(tallyOf(stepOf('vitest', vitestReport(0, 0)), true)).toEqual({ passed: 0, failed: 1 })
    const stats = { expected: 0, unexpected: 0, flaky: 0 }
    const report = { stats, errors: [{ message: 'the server did not start' }] }
    expect(tallyOf(stepOf('playwright', report), false)).toEqual({ passed: 0, failed: 1 })
  })
})
