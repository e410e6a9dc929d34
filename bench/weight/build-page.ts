import { gzipSync } from 'node:zlib'
import { isAbsolute, relative, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, minifySync, type Plugin, type Rolldown } from 'vite'

/** A script of a built page. Sizes are bytes after gzip. */
export interface Script {
  name: string
  gzip: number
  /** The modules it holds, by their path, each with its own size: they compress worse apart. */
  modules: ReadonlyMap<string, number>
  code: string
}

export interface BuiltPage {
  /** Fetched before anything shows: the first script and what it imports. */
  first: readonly Script[]
  /** Fetched when asked for. */
  later: readonly Script[]
}

export interface PageOptions {
  /** Leaves the libraries out, so that what remains is the kit and the page. Default false. */
  withoutLibraries?: boolean
  /** Code of the page, where it is in no file. */
  code?: string
}

/** Builds a page as an app would. */
export async function buildPage(
  entry: string,
  { withoutLibraries = false, code }: PageOptions = {},
): Promise<BuiltPage> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [react(), ...(code === undefined ? [] : [page(entry, code)])],
    resolve: { tsconfigPaths: true },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: resolve(entry),
        treeshake: { moduleSideEffects: [{ test: /\/(src|locales)\//, sideEffects: false }] },
        ...(withoutLibraries && { external: isLibrary }),
      },
    },
  })) as Rolldown.RolldownOutput
  const chunks = built.output.filter((file) => file.type === 'chunk')
  const names = firstOf(chunks)
  const scripts = chunks.map((chunk) => [names.has(chunk.fileName), scriptOf(chunk)] as const)
  return {
    first: scripts.flatMap(([isFirst, script]) => (isFirst ? [script] : [])),
    later: scripts.flatMap(([isFirst, script]) => (isFirst ? [] : [script])),
  }
}

/** The whole of some scripts, in bytes after gzip. */
export function weightOf(scripts: readonly Script[]): number {
  return scripts.reduce((sum, { gzip }) => sum + gzip, 0)
}

/** A library, as opposed to the kit under its own name. */
function isLibrary(id: string): boolean {
  return !/^(\.|\0|gatewright(\/|$)|@\/)/.test(id) && !isAbsolute(id)
}

function page(entry: string, code: string): Plugin {
  return {
    name: 'page',
    load: (id) => (id === resolve(entry) ? code : null),
    resolveId: (id) => (id === resolve(entry) ? id : null),
  }
}

function firstOf(chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<string> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const met = new Set<string>()
  const open = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (met.has(name)) continue
    met.add(name)
    open.push(...(byName.get(name)?.imports ?? []).filter((file) => byName.has(file)))
  }
  return met
}

function scriptOf({ fileName, code, modules }: Rolldown.OutputChunk): Script {
  return {
    name: fileName,
    gzip: gzipSync(code, { level: 9 }).length,
    code,
    modules: sizesOf(modules),
  }
}

function sizesOf(modules: Rolldown.OutputChunk['modules']): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(modules).flatMap(([id, { code }]) => {
      if (!code) return []
      const small = minifySync('module.js', code).code
      return [[nameOf(id), gzipSync(small, { level: 9 }).length] as const]
    }),
  )
}

function nameOf(id: string): string {
  const path = relative(process.cwd(), id.replace(/^\0/, ''))
  return path.replace(/^.*node_modules\//, '')
}
