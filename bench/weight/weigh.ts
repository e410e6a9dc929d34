import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { buildPage, weightOf, type BuiltPage, type Script } from './build-page.js'

const PAGES = 'bench/weight/pages'

/** What a page costs, in bytes after gzip. */
export interface PageWeight {
  /** Beyond React and its page of nothing, when the form can be used. */
  atUse: number
  /** With what comes later, as far as a sign-in needs it. */
  inAll: number
  /** Of that, the kit itself and the page. */
  own: number
}

/** Scripts that a sign-in fetches after its form can be used, by a module in each. Errors need none of them. */
const NEEDED_LATER = /src\/(client\/in-step|hooks\/sign-in-schema)\.ts$/

/** Weighs one of the pages beside this file. */
export async function weighPage(page: string): Promise<PageWeight> {
  const react = await pageOf('react-alone')
  const built = await pageOf(page)
  const own = await pageOf(page, true)
  const atUse = weightOf(built.first) - weightOf(react.first)
  return {
    atUse,
    inAll: atUse + weightOf(neededLater(built)),
    own: weightOf(own.first) + weightOf(neededLater(own)),
  }
}

/** What a page's first scripts are made of, the heaviest first: modules and their sizes. */
export async function partsOf(page: string): Promise<(readonly [string, number])[]> {
  const { first } = await pageOf(page)
  return first.flatMap(({ modules }) => [...modules]).toSorted(([, a], [, b]) => b - a)
}

/** What each script that a page may fetch later weighs, without libraries. */
export async function laterScripts(page: string): Promise<readonly Script[]> {
  const { later } = await pageOf(page, true)
  return later.filter(
    ({ modules }) => ![...modules.keys()].some((path) => path.startsWith('locales/')),
  )
}

const ADAPTERS = {
  'auth-svc': "authSvc({ baseUrl: '/api' })",
  authos: "authos({ baseUrl: '/api' })",
  'better-auth': "betterAuth({ baseUrl: '/api' })",
  calimatic: "calimatic({ baseUrl: '/api' })",
  edgebase: "edgebase({ baseUrl: '/api' })",
  intelliauth: "intelliauth({ baseUrl: '/api' })",
} as const

export type Adapter = keyof typeof ADAPTERS
export const ADAPTER_NAMES = Object.keys(ADAPTERS) as Adapter[]

/** What one backend adds to a page that has the client, without libraries. */
export async function weighAdapter(name: Adapter): Promise<number> {
  const made = ADAPTERS[name]
  const maker = made.slice(0, made.indexOf('('))
  client ??= weightOfCode('', '{}')
  const together = await weightOfCode(
    `import { ${maker} } from 'gatewright/backends/${name}'`,
    made,
  )
  return together - (await client)
}

let client: Promise<number> | undefined

/** The stylesheet of the kit, as a page loads it. */
export function weighStyles(): number {
  const styles = ['tokens', 'components'].map((name) =>
    readFileSync(`src/theme/${name}.css`, 'utf8'),
  )
  return gzipSync(styles.join('\n'), { level: 9 }).length
}

async function weightOfCode(imports: string, backend: string): Promise<number> {
  const code = `${imports}
    import { createAuthClient } from 'gatewright/client'
    window.client = createAuthClient({ backend: ${backend} })`
  const { first } = await buildPage(`${PAGES}/adapter.ts`, { withoutLibraries: true, code })
  return weightOf(first)
}

const built = new Map<string, Promise<BuiltPage>>()

function pageOf(page: string, withoutLibraries = false): Promise<BuiltPage> {
  const key = `${page} ${withoutLibraries}`
  const known = built.get(key) ?? buildPage(`${PAGES}/${page}.tsx`, { withoutLibraries })
  built.set(key, known)
  return known
}

function neededLater({ later }: BuiltPage): Script[] {
  return later.filter(({ modules }) => [...modules.keys()].some((path) => NEEDED_LATER.test(path)))
}
