import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** Where an app gets a name from, and what it is called there. */
export interface PublicName {
  entry: string
  name: string
}

/** Entries by which an app imports, with their sources; the first that has a name is the one. */
const ENTRIES = [
  ['gatewright', 'index.ts'],
  ['gatewright/primitives', 'primitives/index.ts'],
  ['gatewright/client', 'client/index.ts'],
] as const

const EXPORT = /^export (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm

/** Every public name, by the module that it is written in and its name there: `hooks/use-sign-in useSignIn`. */
export function publicNames(src: string): ReadonlyMap<string, PublicName> {
  const names = new Map<string, PublicName>()
  for (const [entry, file] of ENTRIES) {
    for (const [, list = '', from = ''] of readFileSync(join(src, file), 'utf8').matchAll(EXPORT)) {
      const module = moduleAt(file, from)
      for (const { name, alias } of specifiersIn(list)) {
        const key = `${module} ${name}`
        if (!names.has(key)) names.set(key, { entry, name: alias })
      }
    }
  }
  return names
}

/** A name of an import or export list. */
export interface Specifier {
  name: string
  /** What it is called here. */
  alias: string
  isType: boolean
}

export function specifiersIn(list: string): Specifier[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const isType = part.startsWith('type ')
      const [name = '', alias = name] = part.replace(/^type /, '').split(' as ')
      return { name, alias, isType }
    })
}

/** A relative import as a path below `src`, without its ending. */
export function moduleAt(file: string, specifier: string): string {
  return normalize(join(dirname(file), specifier))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '')
}
