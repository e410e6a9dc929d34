import { execFile } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

type Target = string | { types: string; default: string }

interface Manifest {
  name: string
  main: string
  types: string
  bin: Record<string, string>
  exports: Record<string, Target>
  peerDependencies: Record<string, string>
  dependencies: Record<string, string>
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const LANGUAGES = readdirSync('locales')
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))
/** What each pattern of `exports` stands for. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  './locales/*': LANGUAGES,
  './themes/*.css': readdirSync('src/theme/themes').map((file) => file.replace('.css', '')),
}
const SUBPATHS = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  subpath.includes('*')
    ? (PATTERNS[subpath] ?? []).map((name) => filledIn(subpath, target, name))
    : [[subpath, target] as const],
)
const MODULES = SUBPATHS.flatMap(([subpath, target]) =>
  typeof target !== 'string' && target.default.endsWith('.js') ? [subpath] : [],
)
const run = promisify(execFile)

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}

describe('what the package offers', () => {
  it('names every backend', () => {
    const offered = MODULES.filter((subpath) => subpath.startsWith('./backends/'))
    expect(offered.toSorted()).toEqual(
      folders('src/backends')
        .map((id) => `./backends/${id}`)
        .toSorted(),
    )
  })

  it('has patterns for the languages and the themes, and no others', () => {
    const patterns = Object.keys(manifest.exports).filter((subpath) => subpath.includes('*'))
    expect(patterns.toSorted()).toEqual(Object.keys(PATTERNS))
  })
})

// Before a build there is nothing to look at; the test run always builds first.
describe.skipIf(!existsSync('dist'))('the built package', () => {
  it.each(SUBPATHS)('has what %s points to', (_, target) => {
    const files = typeof target === 'string' ? [target] : Object.values(target)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  it('has its entry for old tools and its command', () => {
    const files = [manifest.main, manifest.types, ...Object.values(manifest.bin)]
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  it('loads every module by the name its users write', async () => {
    const names = MODULES.map((subpath) => `${manifest.name}${subpath.slice(1)}`)
    const script = `
      const loaded = await Promise.all(${JSON.stringify(names)}.map((name) => import(name)))
      console.log(JSON.stringify(loaded.map((module) => Object.keys(module).length)))`
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script])
    const sizes = JSON.parse(stdout) as number[]
    expect(names.filter((_, index) => sizes[index] === 0)).toEqual([])
  })

  it('runs its command', async () => {
    const command = manifest.bin['gatewright'] ?? ''
    const args = ['explain', 'auth-svc', 'sign_in', '--status', '401', '--json']
    const { stdout } = await run(process.execPath, [command, ...args])
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'invalid_credentials' })
  })

  it('keeps the mark of client code, and puts it nowhere else', () => {
    const built = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    for (const file of built.filter((path) => path.endsWith('.js'))) {
      const original = [
        `src/${file.replace(/\.js$/, '.ts')}`,
        `src/${file.replace(/\.js$/, '.tsx')}`,
      ]
        .filter((path) => existsSync(path))
        .map((path) => readFileSync(path, 'utf8').startsWith("'use client'"))
      const marked = readFileSync(`dist/${file}`, 'utf8').startsWith('"use client"')
      expect({ file, marked }).toEqual({ file, marked: original[0] ?? false })
    }
  })

  it('asks for no package that it does not name', () => {
    const named = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
    const built = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    const wanted = built
      .filter((path) => path.endsWith('.js'))
      .flatMap((path) => [
        ...readFileSync(`dist/${path}`, 'utf8').matchAll(
          /(?:from|import) "([^."][^"]*)"|import\("([^."][^"]*)"\)/g,
        ),
      ])
      .map(([, fixed, dynamic]) => packageOf(fixed ?? dynamic ?? ''))
      .filter((name) => !name.startsWith('node:') && !named.includes(name))
    expect([...new Set(wanted)]).toEqual([])
  })
})

/** What a pattern of `exports` stands for, for one name. */
function filledIn(subpath: string, target: Target, name: string): readonly [string, Target] {
  const fill = (path: string) => path.replace('*', name)
  const filled =
    typeof target === 'string'
      ? fill(target)
      : { types: fill(target.types), default: fill(target.default) }
  return [fill(subpath), filled]
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
