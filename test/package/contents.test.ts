import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

interface Manifest {
  scripts: Record<string, string>
  files: string[]
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  bundleDependencies?: unknown
}

interface Locked {
  resolved?: string
  integrity?: string
  dev?: boolean
  peer?: boolean
  optional?: boolean
  hasInstallScript?: boolean
}

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
    const run = LIFECYCLE.filter((name) => Object.hasOwn(manifest.scripts, name))
    expect(run).toEqual([])
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
  it('SEC-49: holds the files it is known to hold, and no other', async () => {
    const { stdout } = await promisify(execFile)(
      'npm',
      ['pack', '--dry-run', '--json', '--ignore-scripts'],
      { maxBuffer: 16_000_000 },
    )
    const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[]
    const paths = packed?.files.map(({ path }) => path) ?? []
    expect(paths.filter((path) => !isExpected(path))).toEqual([])
    // A folder that is named and not there would be a hole in this list.
    const held = paths.map((path) => path.split('/').slice(0, -1).slice(0, 2).join('/'))
    expect([...new Set(held)].toSorted()).toEqual(Object.keys(FOLDERS).toSorted())
  })
})
