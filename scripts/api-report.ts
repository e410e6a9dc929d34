import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
  type IConfigFile,
} from '@microsoft/api-extractor'

/** Where the reports lie that say what the package offers: one a module that users import. */
export const REPORTS = 'etc/api'

/** Modules whose every name leads to types that the report of the client shows. */
const REPEATS_THE_CLIENT = /^gatewright-(backends|locales|testing)/

/** A module that users import. */
interface Entry {
  /** Its declarations, such as `dist/backends/edgebase/index.d.ts`. */
  types: string
  /** The name of its report, such as `backends-edgebase.api.md`. */
  report: string
}

export interface ApiFindings {
  /** Reports that differ from the declarations, or that nothing is offered for any more. */
  changed: readonly string[]
  /** Exported names without a doc comment, with the file of their declaration. */
  undocumented: readonly string[]
  /** What else the extractor complains of, such as a doc comment that it cannot read. */
  complaints: readonly string[]
}

interface Manifest {
  name: string
  exports: Record<string, string | { types: string; default: string }>
}

/**
 * Compares the declarations in `dist` with the reports, and writes the reports anew when `update` says so.
 *
 * @throws when the declarations have not been built.
 */
export function checkApi(folder: string, scratch: string, update: boolean): ApiFindings {
  const entries = builtEntries()
  mkdirSync(folder, { recursive: true })
  const stale = readdirSync(folder).filter((file) => !entries.some(({ report }) => report === file))
  if (update) for (const file of stale) rmSync(join(folder, file))
  const configs = entries.map((entry) => configOf(entry, entries, folder, scratch))
  const [first] = configs
  if (!first) throw new Error('Gatewright: package.json offers no module. See its `exports`.')
  // One program for all of them: reading the declarations takes most of the time.
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: entries.map(({ types }) => resolve(types)),
  })
  const messages: ExtractorMessage[] = []
  const messageCallback = (message: ExtractorMessage) => {
    if (isFinding(message)) messages.push(message)
    message.handled = true
  }
  const changed = configs
    .filter(
      (config) =>
        Extractor.invoke(config, { localBuild: update, compilerState, messageCallback })
          .apiReportChanged,
    )
    .map(({ reportFilePath }) => relative('.', reportFilePath))
  return {
    changed: [...changed, ...stale.map((file) => join(folder, file))],
    undocumented: linesOf(messages.filter(isBare)),
    complaints: linesOf(messages.filter(({ messageId }) => messageId !== 'ae-undocumented')),
  }
}

/** The modules of `exports`, with their declarations; stylesheets declare nothing. */
function builtEntries(): Entry[] {
  const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
  const entries = Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string' || !target.default.endsWith('.js')) return []
    const specifier = (name + subpath.slice(1)).replace('/*', '')
    return [{ types: target.types.slice(2), report: `${specifier.replaceAll('/', '-')}.api.md` }]
  })
  const missing = entries.find(({ types }) => !existsSync(types))
  if (!missing) return entries
  throw new Error(
    `Gatewright: ${missing.types} is not there. The report of the API is drawn up from the built declarations. ` +
      'Run `npm run build`, then try again.',
  )
}

/** A declaration without a doc comment; the members of a declaration stand further right. */
function isBare({ messageId, sourceFileColumn }: ExtractorMessage): boolean {
  return messageId === 'ae-undocumented' && sourceFileColumn === 1
}

/** A message about the declarations, as against one about the extractor's own steps. */
function isFinding({ messageId, logLevel }: ExtractorMessage): boolean {
  return logLevel !== ExtractorLogLevel.None && !messageId.startsWith('console-')
}

function linesOf(messages: readonly ExtractorMessage[]): string[] {
  const lines = messages.map(({ sourceFilePath, sourceFileLine, text }) =>
    sourceFilePath ? `${relative('.', sourceFilePath)}:${sourceFileLine}: ${text}` : text,
  )
  return [...new Set(lines)].toSorted()
}

function configOf(
  { types, report }: Entry,
  entries: readonly Entry[],
  folder: string,
  scratch: string,
): ExtractorConfig {
  const configObject: IConfigFile = {
    projectFolder: resolve('.'),
    mainEntryPointFilePath: resolve(types),
    newlineKind: 'lf',
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          strict: true,
          target: 'es2022',
          lib: ['es2023', 'dom', 'dom.iterable'],
          module: 'nodenext',
          moduleResolution: 'nodenext',
          skipLibCheck: true,
          types: ['node'],
        },
        files: entries.map((entry) => entry.types),
      },
    },
    apiReport: {
      enabled: true,
      reportFileName: report,
      reportFolder: resolve(folder),
      reportTempFolder: resolve(scratch),
      // A state is reached through the union of all states: what it holds is as public as the union.
      includeForgottenExports: !REPEATS_THE_CLIENT.test(report),
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
      extractorMessageReporting: {
        default: { logLevel: ExtractorLogLevel.Warning },
        'ae-undocumented': { logLevel: ExtractorLogLevel.Warning },
        'ae-forgotten-export': { logLevel: ExtractorLogLevel.None },
        'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
      },
      tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
    },
  }
  return ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  })
}
