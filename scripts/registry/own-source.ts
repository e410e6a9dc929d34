import { dirname, relative } from 'node:path'
import { moduleAt, specifiersIn, type PublicName, type Specifier } from './public-names.js'

/** A file as an app gets it, with what it needs beside it. */
export interface OwnSource {
  text: string
  /** Files of the kit that come along, as paths below `src` without their endings. */
  files: readonly string[]
  /** Packages that it imports. */
  packages: readonly string[]
}

/**
 * Parts of the drop-ins that stay in the package: what is exhaustive over all states, what the package's own
 * components and the app's have to share, and what is no markup.
 */
const KEPT: readonly string[] = [
  'components/countdown',
  'components/frame-guard',
  'components/signed-in',
  'components/surface',
  'components/ui-state-view',
  'components/view-props',
  'components/views-on-demand',
]

/** Modules outside of the components that come along: small, and without a state of their own. */
const SHIPPED: readonly string[] = [
  'hooks/use-settled',
  'i18n/relative-time',
  'primitives/countdown/announcement-step',
]

const IMPORT = /^import (type )?\{([^}]*)\} from '([^']+)'\n/gm
const ANY_IMPORT = /^import\b[^']*'([^']+)'|\bimport\('([^']+)'\)/gm

/**
 * Rewrites a source of the kit so that it imports from the package's public entries and from files beside it.
 *
 * @param file its path below `src`
 * @throws where it needs something that is neither public nor comes along.
 */
export function ownSource(
  file: string,
  source: string,
  names: ReadonlyMap<string, PublicName>,
): OwnSource {
  const files = new Set<string>()
  const packages = new Set<string>()
  const fromKit = new Map<string, Specifier[]>()

  const rest = source.replaceAll(
    IMPORT,
    (statement, type: string | undefined, list: string, from: string) => {
      if (!from.startsWith('.')) {
        packages.add(packageOf(from))
        return statement
      }
      const module = moduleAt(file, from)
      if (comesAlong(module)) {
        files.add(module)
        return `import ${type ?? ''}{${list}} from '${besides(file, module)}'\n`
      }
      for (const specifier of specifiersIn(list)) {
        const found = names.get(`${module} ${specifier.name}`)
        if (!found) throw notPublic(file, specifier.name, module)
        const own = {
          ...specifier,
          name: found.name,
          isType: specifier.isType || type !== undefined,
        }
        fromKit.set(found.entry, [...(fromKit.get(found.entry) ?? []), own])
      }
      return ''
    },
  )
  for (const [, fixed, dynamic] of rest.matchAll(ANY_IMPORT)) {
    const from = fixed ?? dynamic ?? ''
    if (!from.startsWith('.')) packages.add(packageOf(from))
  }
  const kit = [...fromKit].map(([entry, list]) => `import { ${written(list)} } from '${entry}'\n`)
  return { text: insertImports(rest, kit), files: [...files], packages: [...packages] }
}

function comesAlong(module: string): boolean {
  return SHIPPED.includes(module) || (module.startsWith('components/') && !KEPT.includes(module))
}

/** Where a file of the kit lies in an app, below the folder of what it owns. */
export function placeOf(module: string): string {
  if (module.startsWith('components/')) return module.replace('components/', '')
  return `parts/${module.split('/').at(-1) ?? ''}`
}

function besides(file: string, module: string): string {
  const path = relative(dirname(placeOf(file)), placeOf(module)).replaceAll('\\', '/')
  return path.startsWith('.') ? path : `./${path}`
}

function packageOf(specifier: string): string {
  const [scope = '', name] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name ?? ''}` : scope
}

function written(list: readonly Specifier[]): string {
  return list
    .map(({ name, alias, isType }) => {
      const renamed = name === alias ? name : `${name} as ${alias}`
      return isType ? `type ${renamed}` : renamed
    })
    .toSorted((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', '')))
    .join(', ')
}

/** After the imports of packages, before those of files. */
function insertImports(text: string, kit: readonly string[]): string {
  const ofFile = /^import [^']*'\.[^']*'\n/m.exec(text)
  const statements = [...text.matchAll(/^import\b[^']*'[^']+'\n/gm)]
  const last = statements.at(-1)
  const end = last === undefined ? 0 : last.index + last[0].length
  const directive = /^'use client'\n/.exec(text)?.[0].length ?? 0
  const at = ofFile?.index ?? (end || directive)
  return text.slice(0, at) + kit.join('') + text.slice(at)
}

function notPublic(file: string, name: string, module: string): Error {
  return new Error(
    `Gatewright: ${file} needs "${name}" of src/${module}, which no app can import. ` +
      'A component that is handed out has to stand on public entries. ' +
      'Export the name in src/index.ts, or add the module to SHIPPED in scripts/registry/own-source.ts.',
  )
}
