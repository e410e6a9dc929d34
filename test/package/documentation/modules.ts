import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blocksIn, type CodeBlock } from './code-blocks.js'

const GIVEN = 'test/package/documentation/given.tsx'

/** Where a fragment may take a name from, first to last. */
const ENTRIES: readonly [specifier: string, file: string][] = [
  ['../../given', GIVEN],
  ['gatewright', 'src/index.ts'],
  ['gatewright/client', 'src/client/index.ts'],
  ['gatewright/testing', 'src/testing/index.ts'],
  ['gatewright/testing/msw', 'src/testing/msw.ts'],
  ['gatewright/testing/node', 'src/testing/node.ts'],
  ...readdirSync('src/backends', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }): [string, string] => [
      `gatewright/backends/${name}`,
      `src/backends/${name}/index.ts`,
    ]),
]

const NAMES = new Map(
  ENTRIES.toReversed().flatMap(([specifier, file]) =>
    exportsOf(readFileSync(file, 'utf8')).map((name) => [name, specifier] as const),
  ),
)

/** What stands in one of these word for word is compiled and run there. */
const EXAMPLES = ['examples/testing', 'examples/own-backend', 'stories/headless'].flatMap(
  (folder) =>
    readdirSync(folder).map((file) => unindented(readFileSync(join(folder, file), 'utf8'))),
)

export function standsInExamples({ code }: CodeBlock): boolean {
  return EXAMPLES.some((text) => text.includes(unindented(code)))
}

/** A guide shows the middle of a function at the margin. */
function unindented(text: string): string {
  return text.replaceAll(/^ +/gm, '')
}

/**
 * Writes each block of TypeScript as a module of its own below `folder`, a folder a page, on the lines it has in its
 * page. A block that imports or exports has to be whole; a fragment is given the kit's names and the reader's own
 * things. A first line such as `// client.ts` names a block for the others of its page; `./client` is always there.
 */
export function writeModules(folder: string): readonly CodeBlock[] {
  const blocks = blocksIn('ts', 'tsx').filter(
    (block) => block.excuse === null && !standsInExamples(block),
  )
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'given.tsx'),
    readFileSync(GIVEN, 'utf8').replaceAll('../../../', '../'),
  )
  for (const page of new Set(blocks.map((block) => block.page))) {
    const own = join(folder, 'pages', folderOf(page))
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'client.ts'), `export { client } from '../../given'\n`)
  }
  for (const block of blocks) {
    const name = /^\/\/ ([\w-]+\.tsx?)\n/.exec(block.code)?.[1]
    const file = name ?? `line-${block.line}.${block.language}`
    writeFileSync(join(folder, 'pages', folderOf(block.page), file), moduleOf(block))
  }
  return blocks
}

export function folderOf(page: string): string {
  return page.replaceAll('/', '+')
}

function moduleOf({ code, line }: CodeBlock): string {
  const above = '\n'.repeat(line - 1)
  if (/^(?:import|export)\b/m.test(code)) return `${above}\n${code}`
  const markup = /^(?:\/\/.*\n|\s)*</.test(code)
  return markup
    ? `${importsFor(code)}${above}export const shown = <>\n${code}</>\n`
    : `${importsFor(code)}${above}export {}\n${code}`
}

function importsFor(code: string): string {
  const words = new Set(code.match(/\b[A-Za-z]\w*\b/g))
  const declared = new Set(
    [...code.matchAll(/\b(?:const|let|function) (\w+)/g)].map(([, it]) => it),
  )
  return [...words]
    .filter((word) => !declared.has(word))
    .flatMap((word) => {
      const specifier = NAMES.get(word)
      return specifier ? [`import { ${word} } from '${specifier}'; `] : []
    })
    .join('')
}

/** The values a file exports: lists of names, and declarations. */
function exportsOf(source: string): string[] {
  const lists = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim().replace(/^.* as /, ''))
      .filter((name) => /^\w+$/.test(name)),
  )
  const declared = [...source.matchAll(/^export (?:declare )?(?:const|function) (\w+)/gm)]
  return [...lists, ...declared.map(([, name = '']) => name)]
}
