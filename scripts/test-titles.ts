import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'

/** What a test runner calls its tests and the groups they stand in. */
const TESTS = new Set(['it', 'test'])
const GROUPS = new Set(['describe', 'suite'])
/** Tests that are written down and not run. */
const NOT_RUN = new Set(['skip', 'todo', 'fixme', 'fails', 'fail'])

const SOURCES = { test: /\.(test|spec)\.tsx?$/, stories: /\.stories\.tsx?$/ }

interface Node {
  type: string
  [property: string]: unknown
}

/** The titles of all tests of the project, those of stories among them. */
export function projectTitles(): readonly string[] {
  return Object.entries(SOURCES).flatMap(([folder, pattern]) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => pattern.test(file))
      .flatMap((file) => testTitles(readFileSync(join(folder, file), 'utf8'), file)),
  )
}

/**
 * The full title of each test in a source: its groups' titles and its own. Of Storybook it takes the stories with a
 * `name` of their own and a `play`, and `Story.test('…')`. Comments, and tests that are not run, give nothing.
 *
 * @throws when the source cannot be read as the TypeScript its name says it is.
 */
export function testTitles(source: string, file: string): readonly string[] {
  const { program, errors } = parseSync(file, source, { lang: file.endsWith('x') ? 'tsx' : 'ts' })
  if (errors.length > 0) {
    throw new Error(
      `Gatewright: ${file} cannot be read: ${errors[0]?.message ?? 'it is no TypeScript'}. ` +
        'Its tests cannot be counted. Mend the file and run this again.',
    )
  }
  const titles: string[] = []
  collect(program as unknown as Node, [], titles)
  return titles
}

function collect(node: Node, groups: readonly string[], titles: string[]): void {
  const call = node.type === 'CallExpression' ? readCall(node) : null
  if (call?.runs === false) return
  if (call?.role === 'test') titles.push([...groups, call.title].join(' '))
  const inside = call?.role === 'group' ? [...groups, call.title] : groups
  for (const child of childrenOf(node)) collect(child, inside, titles)
}

interface Call {
  role: 'test' | 'group' | null
  runs: boolean
  title: string
}

function readCall(node: Node): Call {
  const [first] = node['arguments'] as Node[]
  const [subject = '', ...modifiers] = namesOf(node['callee'] as Node)
  const own = modifiers.at(-1) ?? ''
  const isGroup = GROUPS.has(subject) || (subject === 'test' && own === 'describe')
  const runs = !(isGroup || TESTS.has(subject)) || !modifiers.some((word) => NOT_RUN.has(word))
  const title = textOf(first)
  if (own === 'story')
    return { role: storyName(first) ? 'test' : null, runs, title: storyName(first) }
  const isTest = (TESTS.has(subject) && !isGroup) || own === 'test'
  const role = title === '' ? null : isGroup ? 'group' : isTest ? 'test' : null
  return { role, runs, title }
}

/** `it.skip.each(…)` is `['it', 'skip', 'each']`. */
function namesOf(callee: Node | undefined): string[] {
  switch (callee?.type) {
    case 'Identifier':
      return [String(callee['name'])]
    case 'MemberExpression':
      return [...namesOf(callee['object'] as Node), ...namesOf(callee['property'] as Node)]
    case 'CallExpression':
      return namesOf(callee['callee'] as Node)
    case 'TaggedTemplateExpression':
      return namesOf(callee['tag'] as Node)
    default:
      return []
  }
}

/** The name of a story that is played; a story without a play shows something and checks nothing. */
function storyName(options: Node | undefined): string {
  if (options?.type !== 'ObjectExpression') return ''
  const properties = options['properties'] as Node[]
  const valueOf = (name: string) =>
    properties.find(({ key }) => (key as Node | undefined)?.['name'] === name)?.['value'] as
      | Node
      | undefined
  return valueOf('play') ? textOf(valueOf('name')) : ''
}

/** A text as far as it is written out. */
function textOf(node: Node | undefined): string {
  switch (node?.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? node['value'] : ''
    case 'TemplateLiteral':
      return (node['quasis'] as { value: { cooked: string } }[])
        .map(({ value }) => value.cooked)
        .join('…')
    case 'BinaryExpression':
      return textOf(node['left'] as Node) + textOf(node['right'] as Node)
    default:
      return ''
  }
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof (value as Node | null)?.type === 'string')
}
