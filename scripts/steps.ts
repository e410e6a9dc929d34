import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

/** One command of the test run. */
export interface Step {
  /** What `--only` picks it by; steps that belong together share it. */
  name: string
  /** A tool of the project (`node_modules/.bin`), or `npm`. */
  tool: string
  args: readonly string[]
  /** Where a test runner leaves its counts, and in whose form. Left out: the step itself counts as one. */
  counts?: { file: string; of: 'vitest' | 'playwright' }
  /** Steps in a row that say the same run at the same time. */
  together?: string
  /** Looks at what the command left behind; returns why it is not good enough, or null. */
  check?: () => string | null
}

const scratch = mkdtempSync(join(tmpdir(), 'gatewright-test-'))

/** Where Playwright's JSON reporter is told to write. */
export const PLAYWRIGHT_REPORT = join(scratch, 'e2e.json')

/** Where Storybook is built, for the tests that look at it. */
export const STORYBOOK_BUILD = join(scratch, 'storybook')

/** Everything that has to hold, in the order in which a fault is cheapest to find. */
export function steps(): readonly Step[] {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    name: string
    version: string
  }
  const tarball = join(scratch, `${name}-${version}.tgz`)
  return [
    { name: 'format', together: 'look', tool: 'oxfmt', args: ['--check'] },
    { name: 'lint', together: 'look', tool: 'oxlint', args: [] },
    { name: 'types', together: 'look', tool: 'tsc', args: ['--noEmit'] },
    {
      name: 'unused',
      together: 'look',
      tool: 'knip',
      args: ['--no-progress', '--no-config-hints'],
    },
    { name: 'build', tool: 'vite', args: ['build', '--logLevel', 'warn'] },
    { name: 'build', tool: 'tsc', args: ['-p', 'tsconfig.build.json'] },
    { name: 'package', tool: 'npm', args: ['pack', '--pack-destination', scratch] },
    { name: 'package', together: 'packed', tool: 'publint', args: ['run', '--strict', tarball] },
    { name: 'package', together: 'packed', tool: 'attw', args: [tarball] },
    { name: 'api', together: 'packed', tool: 'tsx', args: ['scripts/api.ts', '--check'] },
    vitest('unit', 'node', 'alone', 'dom'),
    // Each of the two shows one page, and so leaves most of a second processor to the others.
    { ...vitest('stories', 'storybook'), together: 'book' },
    { ...vitest('gallery', 'gallery', 'pictures'), together: 'book' },
    {
      name: 'storybook',
      together: 'book',
      tool: 'storybook',
      args: ['build', '--quiet', '--output-dir', STORYBOOK_BUILD],
      check: () => storiesIn(join(STORYBOOK_BUILD, 'index.json')),
    },
    {
      name: 'e2e',
      tool: 'playwright',
      args: ['test', '--reporter=list,json'],
      counts: { file: PLAYWRIGHT_REPORT, of: 'playwright' },
    },
  ]
}

function vitest(name: string, ...projects: readonly string[]): Step {
  const file = join(scratch, `${name}.json`)
  return {
    name,
    tool: 'vitest',
    args: [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      // By itself it leaves one processor idle. Pages of one browser share a service worker, so those go one by one.
      ...(name === 'unit' ? [`--maxWorkers=${availableParallelism()}`] : []),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    counts: { file, of: 'vitest' },
  }
}

/** Storybook builds an empty book without complaint. */
function storiesIn(index: string): string | null {
  if (!existsSync(index)) return 'the build left no index.json'
  const { entries } = JSON.parse(readFileSync(index, 'utf8')) as { entries?: object }
  return Object.keys(entries ?? {}).length > 0 ? null : 'the built Storybook holds no story'
}
