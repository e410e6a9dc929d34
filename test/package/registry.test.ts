import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import * as kit from '../../src/index.js'
import { FOLDER, registryItems } from '../../scripts/registry/items.js'
import { ownSource } from '../../scripts/registry/own-source.js'
import { publicNames } from '../../scripts/registry/public-names.js'

const run = promisify(execFile)
const ITEMS = registryItems((name) => `@gatewright/${name}`)
const DROP_INS = ITEMS.filter(({ categories }) => categories.includes('drop-in'))
/** In the package, so that the package finds itself by its name. */
const APP = '.cache/registry-app'

/** What https://ui.shadcn.com/docs/registry/registry-item-json asks of the fields that are used here. */
const Item = z.strictObject({
  $schema: z.literal('https://ui.shadcn.com/schema/registry-item.json'),
  name: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  type: z.enum(['registry:component', 'registry:item']),
  title: z.string().min(1),
  description: z.string().min(1),
  categories: z.array(z.enum(['drop-in', 'part'])).min(1),
  dependencies: z.array(z.string().regex(/^(@[\w-]+\/)?[\w-]+@\S.*$/)),
  registryDependencies: z.array(z.string().startsWith('@gatewright/')),
  files: z.array(
    z.strictObject({
      path: z.string().regex(/^[\w/-]+\.tsx?$/),
      type: z.literal('registry:component'),
      target: z.string().startsWith(`${FOLDER}/`),
      content: z.string().min(1),
    }),
  ),
  css: z.optional(z.record(z.string(), z.record(z.string(), z.never()))),
})

afterAll(() => rmSync(APP, { recursive: true, force: true }))

describe('the registry of sources', () => {
  it('is made of valid items, each of a name of its own', () => {
    for (const item of ITEMS) expect(() => Item.parse(item), item.name).not.toThrow()
    const names = ITEMS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('hands out every drop-in, under the name that the package exports', () => {
    const written = DROP_INS.flatMap(({ files }) =>
      files.flatMap(({ content }) => [...content.matchAll(/^export const ([A-Z][a-z]\w+)/gm)]),
    ).map(([, name = '']) => name)
    expect(written.length).toBeGreaterThan(20)
    expect(written.filter((name) => !Object.hasOwn(kit, name))).toEqual([])
    const screens = Object.keys(kit).filter((name) => /^[A-Z][a-z]/.test(name))
    // What is no screen, and what has to stay exhaustive or in common with the package.
    const kept = new Set([
      'AuthContext',
      'AuthProvider',
      'CopyOverride',
      'Countdown',
      'FrameGuard',
      'SessionHold',
      'SignedIn',
      'SignedOut',
      'UiStateView',
    ])
    expect(screens.filter((name) => !kept.has(name) && !written.includes(name))).toEqual([])
  })

  it('is told of as a whole', () => {
    const guide = readFileSync('docs/own-the-code.md', 'utf8')
    expect(DROP_INS.filter(({ name }) => !guide.includes(`\`${name}\``))).toEqual([])
  })

  it('imports nothing but packages, the kit’s public entries and files that come along', () => {
    const targets = new Set(ITEMS.flatMap(({ files }) => files.map(({ target }) => target)))
    for (const { files, dependencies } of ITEMS) {
      const packages = dependencies.map((one) => one.replace(/(?<=.)@.*/, ''))
      for (const { target, content } of files) {
        for (const [, from = ''] of content.matchAll(/(?:from|import\() ?'([^']+)'/g)) {
          if (from.startsWith('.')) {
            const path = join(dirname(target), from)
            expect(targets.has(`${path}.tsx`) || targets.has(`${path}.ts`), from).toBe(true)
          } else {
            const name = from.split('/')[0] ?? ''
            expect([...packages, 'react', 'react-dom'], target).toContain(name)
            if (name === manifest.name) {
              expect(Object.keys(manifest.exports)).toContain(from.replace(name, '.'))
            }
          }
        }
      }
    }
  })

  it('brings along what each file needs, and nothing that no item has', () => {
    const names = new Set(ITEMS.map(({ name }) => `@gatewright/${name}`))
    const strays = ITEMS.flatMap(({ registryDependencies }) =>
      registryDependencies.filter((name) => !names.has(name)),
    )
    expect(strays).toEqual([])
    const signIn = ITEMS.find(({ name }) => name === 'sign-in')
    expect(signIn?.registryDependencies).toContain('@gatewright/flow-card')
    expect(signIn?.dependencies).toContain(`${manifest.name}@^${manifest.version}`)
  })

  it('says what is wrong when a drop-in needs what no app can import', () => {
    const source = "import { attempt } from '../client/attempt.js'\n"
    expect(() => ownSource('components/new.tsx', source, publicNames('src'))).toThrow(
      /components\/new\.tsx needs "attempt" of src\/client\/attempt.*Export the name/s,
    )
  })
})

// Before a build there is no package to check against; the test run always builds first.
describe.skipIf(!existsSync('dist'))('an app that owns every drop-in', () => {
  it('type-checks against the package', async () => {
    for (const { target, content } of ITEMS.flatMap(({ files }) => files)) {
      const file = join(APP, 'src', target)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      noUnusedLocals: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
    }
    const settings = { compilerOptions, include: ['src'], exclude: [] }
    writeFileSync(join(APP, 'tsconfig.json'), JSON.stringify(settings))
    const { stdout } = await run('node_modules/.bin/tsc', ['-p', APP]).catch(
      (error: { stdout: string }) => error,
    )
    expect(stdout).toBe('')
  })
})
