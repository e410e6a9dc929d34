import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { ownSource, placeOf } from './own-source.js'
import { publicNames } from './public-names.js'

/** One item, as https://ui.shadcn.com/schema/registry-item.json has it. */
export interface RegistryItem {
  $schema: string
  name: string
  type: 'registry:component' | 'registry:item'
  title: string
  description: string
  categories: string[]
  dependencies: string[]
  registryDependencies: string[]
  files: RegistryFile[]
  css?: Record<string, Record<string, never>>
}

export interface RegistryFile {
  path: string
  type: 'registry:component'
  /** Where it goes in an app. */
  target: string
  content: string
}

/** Where an app's own screens lie. */
export const FOLDER = 'components/gatewright'
const SCHEMA = 'https://ui.shadcn.com/schema/registry-item.json'

/** Files right below `components` that no app adds by themselves. */
const NO_DROP_INS: ReadonlySet<string> = new Set([
  'countdown',
  'frame-guard',
  'next-actions',
  'signed-in',
  'ui-state-view',
])

/** The look, which all items stand on. */
const STYLES = 'styles'

/** How an item names another: by the name an app gives the registry, or by its address. */
export type Address = (name: string) => string

/** Every item: one a drop-in, one a part that drop-ins share. In the order of their names. */
export function registryItems(addressOf: Address): RegistryItem[] {
  const names = publicNames('src')
  const items = new Map<string, RegistryItem>()

  function add(module: string, category: 'drop-in' | 'part'): string {
    const name = nameOf(module)
    if (items.has(name)) return name
    const file = fileOf(module)
    const source = readFileSync(join('src', file), 'utf8')
    const { text, files, packages } = ownSource(file, source, names)
    const item = itemOf({ name, category, file, text, packages, source })
    items.set(name, item)
    const needed = files.map((needs) => add(needs, isDropIn(needs) ? 'drop-in' : 'part'))
    item.registryDependencies = [STYLES, ...needed.toSorted()].map(addressOf)
    return name
  }

  for (const file of readdirSync('src/components')) {
    const module = `components/${file.replace(/\.tsx?$/, '')}`
    if (isDropIn(module)) add(module, 'drop-in')
  }
  items.set(STYLES, styles())
  return [...items.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}

function itemOf({
  name,
  category,
  file,
  text,
  packages,
  source,
}: {
  name: string
  category: string
  file: string
  text: string
  packages: readonly string[]
  source: string
}): RegistryItem {
  const place = placeOf(file)
  return {
    $schema: SCHEMA,
    name,
    type: 'registry:component',
    title: titleOf(name),
    description: descriptionOf(source),
    categories: [category],
    dependencies: dependenciesOf(packages),
    registryDependencies: [],
    files: [
      { path: place, type: 'registry:component', target: `${FOLDER}/${place}`, content: text },
    ],
  }
}

function styles(): RegistryItem {
  return {
    $schema: SCHEMA,
    name: STYLES,
    type: 'registry:item',
    title: 'Styles',
    description: 'The look of what is drawn with data-gw attributes: tokens, then components.',
    categories: ['part'],
    dependencies: dependenciesOf([]),
    registryDependencies: [],
    files: [],
    css: { '@import "gatewright/styles.css"': {} },
  }
}

function isDropIn(module: string): boolean {
  const name = nameOf(module)
  const isTop = module.split('/').length === 2 && module.startsWith('components/')
  return isTop && !NO_DROP_INS.has(name) && existsSync(`src/${module}.tsx`)
}

function nameOf(module: string): string {
  return module.split('/').at(-1) ?? module
}

function fileOf(module: string): string {
  return existsSync(`src/${module}.tsx`) ? `${module}.tsx` : `${module}.ts`
}

function titleOf(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

/** What the doc comment of its first public symbol says. */
function descriptionOf(source: string): string {
  const comment =
    /\/\*\*((?:(?!\*\/)[^])*)\*\/\n(?=export (?:const|function|async function) )/.exec(source)
  const text = comment?.[1] ?? ''
  return text
    .replaceAll(/^\s*\*?\s?/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const PEERS: Readonly<Record<string, string>> = manifest.peerDependencies
const OPTIONAL: Readonly<Record<string, unknown>> = manifest.peerDependenciesMeta
const OWN: Readonly<Record<string, string>> = manifest.dependencies

/** The kit, its peers but for React, which every app has, and what the file itself imports. */
function dependenciesOf(packages: readonly string[]): string[] {
  const peers = Object.keys(PEERS).filter((name) => !Object.hasOwn(OPTIONAL, name))
  const imported = packages.filter((name) => Object.hasOwn(OWN, name))
  const wanted = new Set([...peers, ...imported])
  wanted.delete('react')
  wanted.delete('react-dom')
  const versions = [...wanted].map((name) => `${name}@${PEERS[name] ?? OWN[name] ?? '*'}`)
  return [`${manifest.name}@^${manifest.version}`, ...versions.toSorted()]
}
