import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Manifest {
  scripts: Record<string, string>
  files: string[]
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  bundleDependencies?: unknown
  sideEffects: unknown
  engines: { node: string }
  exports: Record<string, unknown>
}

/** What `npm pack` says of its work. */
interface Packed {
  filename: string
  size: number
  unpackedSize: number
  files: { path: string }[]
}

interface Locked {
  resolved?: string
  integrity?: string
  dev?: boolean
  peer?: boolean
  optional?: boolean
  hasInstallScript?: boolean
}

const run = promisify(execFile)
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>
}
const LOCKED = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'))

/** What npm runs by itself where a package is installed, from the registry or from its repository. */
// oxfmt-ignore
const LIFECYCLE = [
  'preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare', 'prepack', 'postpack',
  'dependencies', 'preuninstall', 'uninstall', 'postuninstall',
]

/** All that leaves for the registry: by folder, the kinds of files. Another folder or kind is added here on purpose. */
const FOLDERS: Readonly<Record<string, RegExp>> = {
  '': /^(LICENSE|README\.md|package\.json)$/,
  dist: /^(index\.(js|d\.ts)(\.map)?|(styles|tokens)\.css)$/,
  'dist/backends': /\.(js|d\.ts)(\.map)?$/,
  'dist/captcha': /\.(js|d\.ts)(\.map)?$/,
  'dist/cli': /\.js(\.map)?$/,
  'dist/client': /\.(js|d\.ts)(\.map)?$/,
  'dist/components': /\.(js|d\.ts)(\.map)?$/,
  'dist/errors': /\.(js|d\.ts)(\.map)?$/,
  'dist/hooks': /\.(js|d\.ts)(\.map)?$/,
  'dist/i18n': /\.(js|d\.ts)(\.map)?$/,
  'dist/locales': /^[a-z]{2,3}(-[A-Za-z]+)?\.js(\.map)?$/,
  'dist/primitives': /\.(js|d\.ts)(\.map)?$/,
  'dist/theme': /^stylesheet\.d\.ts$/,
  'dist/themes': /^(compact|contrast|shadcn|soft|tailwind)\.css$/,
  'dist/testing': /\.(js|d\.ts)(\.map)?$/,
  'dist/ui-state': /\.(js|d\.ts)(\.map)?$/,
  locales: /^[a-z]{2,3}(-[A-Za-z]+)?\.json$/,
}

function isExpected(path: string): boolean {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  const kinds = FOLDERS[parts.slice(0, 2).join('/')]
  return kinds?.test(name) ?? false
}

describe('what comes with the package', () => {
  it('SEC-49: three packages besides its peers, in one version each', () => {
    expect(Object.keys(manifest.dependencies)).toEqual([
      '@hookform/resolvers',
      '@simplewebauthn/browser',
      'uqr',
    ])
    expect(manifest.bundleDependencies).toBeUndefined()
    for (const version of Object.values(manifest.dependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    }
    const come = Object.keys(manifest.dependencies)
    for (const name of come) {
      const path = `node_modules/${name}/package.json`
      const theirs = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest>
      const further = Object.keys(theirs.dependencies ?? {})
      const known = [...come, ...Object.keys(manifest.peerDependencies), '@standard-schema/utils']
      expect(further.filter((one) => !known.includes(one))).toEqual([])
    }
  })

  it('SEC-49: no script that an installation would run, its own or another’s', () => {
    const ran = LIFECYCLE.filter((name) => Object.hasOwn(manifest.scripts, name))
    expect(ran).toEqual([])
    const installed = LOCKED.filter(([, { dev, optional }]) => !dev && !optional)
    expect(installed.length).toBeGreaterThan(3)
    expect(installed.filter(([, one]) => one.hasInstallScript).map(([path]) => path)).toEqual([])
  })

  it('SEC-49: a lock that knows the digest of every package, and no other registry', () => {
    const loose = LOCKED.filter(
      ([, { resolved = 'https://registry.npmjs.org/', integrity = '' }]) =>
        !resolved.startsWith('https://registry.npmjs.org/') || !integrity.startsWith('sha512-'),
    )
    expect(LOCKED.length).toBeGreaterThan(100)
    expect(loose.map(([path]) => path)).toEqual([])
  })

  it('SEC-49: the list of files lets in folders that are named, and a stranger among them stands out', () => {
    expect(manifest.files).toEqual(['dist', 'locales/*.json'])
    for (const path of ['dist/.env', 'dist/cli/key.pem', 'dist/stories/a.js', 'src/index.ts']) {
      expect({ path, isExpected: isExpected(path) }).toEqual({ path, isExpected: false })
    }
    expect(isExpected('dist/backends/edgebase/index.d.ts')).toBe(true)
  })
})

// Before a build there is nothing to pack; the test run always builds first.
describe.skipIf(!existsSync('dist'))('the packed package', () => {
  let packed: Packed
  let folder: string
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const pathsEnding = (ending: string) =>
    packed.files.map(({ path }) => path).filter((path) => path.endsWith(ending))

  beforeAll(async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'packed-'))
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch]
    const { stdout } = await run('npm', args, { maxBuffer: 16_000_000 })
    const [only] = JSON.parse(stdout) as Packed[]
    if (!only) throw new Error('npm pack said nothing of what it packed.')
    packed = only
    await run('tar', ['-xzf', join(scratch, packed.filename), '-C', scratch])
    folder = join(scratch, 'package')
  })

  afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }))

  it('SEC-49: holds the files it is known to hold, and no other', () => {
    const paths = pathsEnding('')
    expect(paths.filter((path) => !isExpected(path))).toEqual([])
    // A folder that is named and not there would be a hole in this list.
    const held = paths.map((path) => path.split('/').slice(0, -1).slice(0, 2).join('/'))
    expect([...new Set(held)].toSorted()).toEqual(Object.keys(FOLDERS).toSorted())
  })

  it('is no larger than forty languages, source maps and declarations make it', () => {
    expect(packed.size).toBeLessThan(1_700_000)
    expect(packed.unpackedSize).toBeLessThan(7_000_000)
  })

  it('has a source map for each module with code, and the source in it', () => {
    const modules = pathsEnding('.js').filter((path) => !onlyPassesOn(read(path)))
    expect(modules.length).toBeGreaterThan(100)
    const faults = modules.flatMap((path) => {
      const [, map] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(read(path)) ?? []
      if (map === undefined) return [`${path} names no map`]
      const { sources, sourcesContent } = JSON.parse(read(join(dirname(path), map))) as {
        sources: string[]
        sourcesContent?: (string | null)[]
      }
      // The sources themselves are not in the package, and no path of a machine belongs there.
      return sources
        .filter((one, at) => isAbsolute(one) || typeof sourcesContent?.[at] !== 'string')
        .map((one) => `the map of ${path} leads to ${one}`)
    })
    expect(faults).toEqual([])
  })

  it('tells bundlers that its stylesheets alone do something by being imported', () => {
    const { sideEffects, exports } = JSON.parse(read('package.json')) as Manifest
    expect(sideEffects).toEqual(['**/*.css'])
    const offered = Object.keys(exports).filter((subpath) => subpath.endsWith('.css'))
    expect(offered).toEqual(['./styles.css', './tokens.css', './themes/*.css'])
  })

  it('asks for the Node that its documentation names', () => {
    const { engines } = JSON.parse(read('package.json')) as Manifest
    expect(read('README.md')).toContain(`Node ${engines.node.replace('>=', '')} or newer`)
  })
})

/** A list of what other modules export has nothing to step through. */
function onlyPassesOn(code: string): boolean {
  return code.replaceAll(/^(import|export) \{.*$/gm, '').trim() === ''
}
