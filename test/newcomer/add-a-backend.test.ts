import { execFile } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  discard,
  scratchCheckout,
  trust,
  typeCheck,
} from '../package/documentation/scratch-checkout.js'
import { LINES_ELSEWHERE } from './lines.js'

const WRITTEN = 'test/newcomer/checkout'
const NEW_FILES = readdirSync(WRITTEN, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
)
const NEEDED = [
  'src',
  'locales',
  'docs/backends',
  'scripts/docs',
  'scripts/docs.ts',
  'test/setup.ts',
  'test/contract',
  'test/package/layers.test.ts',
  'test/package/exports.test.ts',
  'package.json',
  'tsconfig.json',
  'README.md',
]
const CONFIG = `export default { test: { environment: 'node', setupFiles: ['test/setup.ts'] } }\n`

let folder = ''

beforeAll(() => {
  folder = scratchCheckout(...NEEDED)
  trust(join(folder, 'src'))
  cpSync(WRITTEN, folder, { recursive: true })
  for (const { file, above, lines } of LINES_ELSEWHERE) insert(join(folder, file), above, lines)
  writeFileSync(join(folder, 'vitest.config.ts'), CONFIG)
})

afterAll(() => discard(folder))

describe('a seventh backend, by somebody who follows CONTRIBUTING', () => {
  it('takes less than 150 lines, tests and all', () => {
    const lines = NEW_FILES.flatMap((file) => linesOf(join(WRITTEN, file)))
    const elsewhere = LINES_ELSEWHERE.flatMap((one) => one.lines)
    expect(lines.length).toBeGreaterThan(50)
    expect([...lines, ...elsewhere].length).toBeLessThan(150)
  })

  it('is written as the recipe says', () => {
    const recipe = readFileSync('CONTRIBUTING.md', 'utf8')
    const parts = ['codes.ts', 'wire.ts', 'endpoints.ts', 'index.ts']
    const files = parts.map((part) => `src/backends/quay/${part}`)
    expect(NEW_FILES.toSorted()).toEqual([...files, 'test/backends/quay.test.ts'].toSorted())
    for (const part of parts) expect(recipe).toContain(`${part}\``)
    for (const { file } of LINES_ELSEWHERE) expect(recipe).toContain(`\`${file}\``)
  })

  it('compiles, keeps to the layers, and stands the checks of a backend', async () => {
    const [complaints, tests, pages] = await Promise.all([
      typeCheck(folder, ['src/backends/quay', 'src/cli/backends.ts', 'test/backends']),
      run('vitest', 'run', 'test/backends/quay.test.ts', 'test/package'),
      run('tsx', 'scripts/docs.ts'),
    ])
    expect(complaints).toEqual([])
    expect(tests).toMatch(/Test Files\s+3 passed/)
    expect(tests).not.toMatch(/failed/)
    expect(pages).toContain('docs/backends/quay.md is new.')
    const page = readFileSync(join(folder, 'docs/backends/quay.md'), 'utf8')
    expect(page).toMatch(/`barred`.*`account_locked`.*Too many failed attempts/)
    expect(page).toMatch(/`signIn` \| `POST \/passes`/)
  })
})

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n')
}

function insert(file: string, above: string, lines: readonly string[]): void {
  const now = linesOf(file)
  const place = now.findIndex((line) => line.startsWith(above))
  if (place < 0)
    throw new Error(`The trial writes above a line that ${file} no longer has: ${above}`)
  writeFileSync(file, [...now.slice(0, place), ...lines, ...now.slice(place), ''].join('\n'))
}

/** What a tool of the project prints in the copy, whether it is content or not. */
function run(tool: string, ...args: string[]): Promise<string> {
  return new Promise((done) => {
    const options = { cwd: folder, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' } }
    execFile(resolve('node_modules/.bin', tool), args, options, (_, stdout, stderr) =>
      done(stdout + stderr),
    )
  })
}
