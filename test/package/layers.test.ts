import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = resolve('src')

/** The layers each layer may import from, besides itself. What is not listed is not allowed. */
const MAY_IMPORT = {
  errors: [],
  'ui-state': ['errors'],
  backends: ['errors', 'ui-state'],
  client: ['errors', 'ui-state', 'backends'],
  i18n: ['errors', 'ui-state'],
  captcha: ['errors'],
  primitives: ['captcha', 'i18n'],
  hooks: ['errors', 'ui-state', 'backends', 'client', 'captcha', 'i18n'],
  components: [
    'errors',
    'ui-state',
    'backends',
    'client',
    'captcha',
    'i18n',
    'hooks',
    'primitives',
  ],
  theme: [],
  testing: ['errors', 'ui-state', 'backends', 'client', 'i18n'],
  cli: ['errors', 'ui-state', 'backends', 'client', 'i18n'],
} as const satisfies Record<string, readonly string[]>
type Layer = keyof typeof MAY_IMPORT

/** Layers that run without React: in a worker, on a server, in a test of an app in another framework. */
const WITHOUT_REACT: readonly Layer[] = [
  'errors',
  'ui-state',
  'backends',
  'client',
  'testing',
  'cli',
]
const REACT =
  /^(react|react-dom|react-i18next|react-hook-form|@tanstack\/react-query|@hookform\/.+)(\/|$)/

const DRAWERS = ['utils', 'helpers', 'common', 'shared', 'lib', 'misc', 'core']

/** Files that are tables: one row a fact, as long as the facts are many. */
const TABLES = /(^|\/)(codes(-by-operation)?|catalogue|rules|[a-z-]+-refusals|words)\.ts$/
const LONGEST_FILE = 350

interface Import {
  file: string
  layer: string
  specifier: string
  /** The layer it leads to; null for a package. */
  target: string | null
}

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.tsx?$/.test(path))

function source(file: string): string {
  return readFileSync(join(SRC, file), 'utf8')
}

/** Every import, re-export and dynamic import of a file. */
function importsOf(file: string): Import[] {
  const statement =
    /^(?:import|export)\s+(?:type\s)?(?:[\w*\s{},$]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm
  return [...source(file).matchAll(statement)].map(([, fixed, dynamic]) => {
    const specifier = fixed ?? dynamic ?? ''
    return {
      file,
      layer: layerOf(file),
      specifier,
      target: specifier.startsWith('.') ? layerAt(file, specifier) : null,
    }
  })
}

function layerAt(file: string, specifier: string): string {
  const path = relative(SRC, resolve(SRC, dirname(file), specifier))
    .split(sep)
    .join('/')
  return path.startsWith('../locales/') ? 'locales' : layerOf(path)
}

/** The top folder; files directly below `src` are the front door and may import anything. */
function layerOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : 'front door'
}

const IMPORTS = FILES.flatMap(importsOf)

describe('the layers of the kit', () => {
  it('finds the imports it is about to judge', () => {
    expect(IMPORTS).toContainEqual({
      file: 'ui-state/to-ui-state.ts',
      layer: 'ui-state',
      specifier: '../errors/catalogue.js',
      target: 'errors',
    })
    expect(IMPORTS.length).toBeGreaterThan(FILES.length)
  })

  it('has a rule for every folder', () => {
    const folders = new Set(FILES.map(layerOf))
    folders.delete('front door')
    expect([...folders].filter((folder) => !Object.hasOwn(MAY_IMPORT, folder))).toEqual([])
  })

  it.each(Object.keys(MAY_IMPORT) as Layer[])('%s imports only from its left', (layer) => {
    const allowed: readonly string[] = [
      layer,
      ...MAY_IMPORT[layer],
      ...(layer === 'i18n' ? ['locales'] : []),
    ]
    const strays = IMPORTS.filter((one) => one.layer === layer && one.target !== null)
      .filter(({ target }) => !allowed.includes(target ?? ''))
      .map(({ file, specifier }) => `${file} imports ${specifier}`)
    expect(strays).toEqual([])
  })

  it.each(WITHOUT_REACT)('%s never imports React', (layer) => {
    const strays = IMPORTS.filter((one) => one.layer === layer && REACT.test(one.specifier))
    expect(strays.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([])
  })

  it('the test server speaks from the references, never from the backends it is there to check', () => {
    const strays = IMPORTS.filter(
      ({ file, target }) => file.startsWith('testing/dialects/') && target === 'backends',
    )
    expect(strays.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([])
  })

  it('a backend never reads the words of another', () => {
    const strays = IMPORTS.filter(({ file, specifier }) => {
      const [layer, own] = file.split('/')
      const other = /^\.\.\/([^/.]+)\//.exec(specifier)?.[1]
      return (
        layer === 'backends' && file.split('/').length > 2 && other !== undefined && other !== own
      )
    })
    expect(strays.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([])
  })

  it('only the command and the test server run in Node alone', () => {
    const strays = IMPORTS.filter(
      ({ specifier, layer }) =>
        specifier.startsWith('node:') && !['cli', 'testing'].includes(layer),
    )
    expect(strays.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([])
  })
})

describe('the files of the kit', () => {
  it('are named by their subject, not after a drawer', () => {
    const drawers = FILES.filter((file) =>
      file.split('/').some((part) => DRAWERS.includes(part.replace(/\.tsx?$/, ''))),
    )
    expect(drawers).toEqual([])
  })

  it('fit on a few screens, but for tables', () => {
    const long = FILES.filter((file) => !TABLES.test(file))
      .map((file) => ({ file, lines: source(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE)
    expect(long).toEqual([])
  })

  it('mark what needs the browser, and nothing else', () => {
    const marked = FILES.filter((file) => source(file).startsWith("'use client'"))
    expect(marked.filter((file) => WITHOUT_REACT.includes(layerOf(file) as Layer))).toEqual([])
  })
})
