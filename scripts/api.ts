// Draws up the reports of the public API in etc/api; with `--check`, only says whether they hold.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkApi, REPORTS } from './api-report.js'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const scratch = mkdtempSync(join(tmpdir(), 'gatewright-api-'))

function diff(report: string): string {
  const now = join(scratch, basename(report))
  const sides = [report, now].map((path) => (existsSync(path) ? path : '/dev/null'))
  return spawnSync('git', ['diff', '--no-index', '--no-color', ...sides], { encoding: 'utf8' })
    .stdout
}

function list(title: string, lines: readonly string[], mend: string): void {
  if (lines.length === 0) return
  process.exitCode = 1
  console.error(`Gatewright: ${title}\n${lines.map((line) => `  ${line}\n`).join('')}${mend}\n`)
}

try {
  const { changed, undocumented, complaints } = checkApi(REPORTS, scratch, !values.check)
  if (values.check) {
    for (const report of changed) console.error(diff(report))
    list(
      'the public API is not what these reports say:',
      changed,
      'Where the change is meant, run `npm run api`, commit the reports, and say it to users with `npx changeset`.',
    )
  } else {
    for (const report of changed) console.log(`wrote ${report}`)
  }
  list(
    'these exported names have no doc comment, so an editor has nothing to show for them:',
    undocumented,
    'Write one above the declaration: what it is for, its unit, what it throws or gives on failure.',
  )
  list('these doc comments cannot be read:', complaints, 'Mend them where they stand in `src`.')
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
