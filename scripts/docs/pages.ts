import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { supportTable } from './actions.js'
import { backendPart, overviewPart } from './backend-page.js'
import { documentedBackends, type Documented } from './full-backends.js'
import { memberTable } from './members.js'
import { reachedTable } from './reached-states.js'

const MARK = '<!-- `npm run docs` writes what follows. -->'

/** `<!-- members: UseSignIn -->`, what it stands for, and `<!-- end -->`. */
const FILLED = /^(<!-- (members|backends|states|source): ([^>]+?) -->)\n[^]*?^<!-- end -->$/gm

export interface Page {
  path: string
  /** As it should be. */
  text: string
}

/** Every page of which a part is made from the source, with that part made anew and the rest as it stands. */
export async function generatedPages(): Promise<readonly Page[]> {
  const backends = await documentedBackends()
  const written = new Map<string, string>([
    ['docs/backends/README.md', await overviewPart(backends)],
    ...(await Promise.all(
      backends.map(async (one) => [`docs/backends/${one.id}.md`, await backendPart(one)] as const),
    )),
  ])
  const paths = new Set([...pagesIn('docs'), ...written.keys()])
  const pages = await Promise.all(
    [...paths].map(async (path) => {
      const part = written.get(path)
      const text = part === undefined ? readFileSync(path, 'utf8') : below(path, part)
      return { path, text: await filled(text, backends) }
    }),
  )
  return pages.filter(({ path, text }) => written.has(path) || text.search(FILLED) >= 0)
}

/** Spaces and lines of a table are the formatter's affair. */
export function unaligned(text: string): string {
  return text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---').trim()
}

/** What is written by hand stands above the mark, from the title on. */
function below(path: string, part: string): string {
  const now = existsSync(path) ? readFileSync(path, 'utf8') : `${titleOf(path)}\n\n${MARK}\n`
  const [head, rest] = now.split(MARK)
  if (head === undefined || rest === undefined) {
    throw new Error(
      `Gatewright: ${path} has lost the line ${MARK}. What is made from the source is written below it. Put it back ` +
        `where the text written by hand ends.`,
    )
  }
  return `${head}${MARK}\n\n${part}\n`
}

function titleOf(path: string): string {
  return `# ${path.split('/').at(-1)?.replace('.md', '')}`
}

async function filled(text: string, backends: readonly Documented[]): Promise<string> {
  const parts = await Promise.all(
    [...text.matchAll(FILLED)].map(async ([, open, what = '', names = '']) => {
      return `${open}\n\n${await partOf(what, names.split(', '), backends)}\n\n<!-- end -->`
    }),
  )
  return text.replaceAll(FILLED, () => parts.shift() ?? '')
}

async function partOf(
  what: string,
  names: readonly string[],
  backends: readonly Documented[],
): Promise<string> {
  switch (what) {
    case 'backends':
      return supportTable(backends, names)
    case 'states':
      return reachedTable(names, backends)
    case 'source':
      return names.map(sourceBlock).join('\n\n')
    default:
      return names.map(memberTable).join('\n\n')
  }
}

/** A file as it is compiled and tested. */
function sourceBlock(path: string): string {
  const language = path.endsWith('x') ? 'tsx' : 'ts'
  return `\`\`\`${language}\n${readFileSync(path, 'utf8').trimEnd()}\n\`\`\``
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path).split(sep).join('/'))
}
