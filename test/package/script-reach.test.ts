import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

interface Node {
  type: string
  [property: string]: unknown
}

/** What a script does that a reader of the code wants to know of, in one word each. */
function reachOf(source: string, file: string): string[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`)
  const found: string[] = []
  walk(program as unknown as Node, (node) => {
    const { type } = node
    const name = nameIn(type === 'MemberExpression' ? node['property'] : node['key'])
    if (type === 'MemberExpression' && name) {
      const owner = node['object'] as Node
      found.push(`.${name}`, `${nameIn(owner) ?? nameIn(owner['property'])}.${name}`)
    }
    if (type === 'Property' && name) found.push(`${name}:`)
    if (type === 'JSXAttribute') found.push(`${String((node['name'] as Node)['name'])}:`)
    if (type !== 'CallExpression' && type !== 'NewExpression') return
    const called = node['callee'] as Node
    const by = nameIn(called['property'] ?? called)
    const [first] = node['arguments'] as Node[]
    if (by) found.push(`${by}()`)
    if (by === 'addEventListener') found.push(`on ${nameIn(first)}`)
    if ((by === 'setTimeout' || by === 'setInterval') && typeof first?.['value'] === 'string') {
      found.push('eval()')
    }
  })
  return found
}

function nameIn(node: unknown): string | null {
  const { type, name, value } = (node ?? {}) as Node
  if (type === 'Identifier' || type === 'PrivateIdentifier') return String(name)
  return type === 'Literal' ? String(value) : null
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of Object.values(node).flat()) {
    if (typeof child === 'object' && child !== null && 'type' in child) walk(child as Node, visit)
  }
}

function filesOf(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.split(sep).join('/')}`)
    .filter((path) => pattern.test(path))
}

/** Which files of a folder do one of these things. */
function doers(files: readonly string[], things: readonly string[]): string[] {
  return files.flatMap((file) => {
    const reach = reachOf(readFileSync(file, 'utf8'), file)
    return [...new Set(reach)].filter((one) => things.includes(one)).map((one) => `${file} ${one}`)
  })
}

const EVALUATORS = ['eval()', 'Function()', '.eval', '.constructor.constructor', 'importScripts()']
// oxfmt-ignore
const SINKS = [
  '.innerHTML', '.outerHTML', '.insertAdjacentHTML', '.createContextualFragment', '.parseFromString', '.setHTMLUnsafe',
  'document.write', 'document.writeln', '.srcdoc', 'innerHTML:', 'outerHTML:', 'srcdoc:', 'srcDoc:', 'dangerouslySetInnerHTML:',
]

describe('the reader of scripts', () => {
  it.each([
    ['el.innerHTML = text', '.innerHTML'],
    ["el['innerHTML'] = text", '.innerHTML'],
    ['Object.assign(el, { innerHTML: text })', 'innerHTML:'],
    ['el?.insertAdjacentHTML("beforeend", text)', '.insertAdjacentHTML'],
    ['document.write(text)', 'document.write'],
    ['frame.document.writeln(text)', 'document.writeln'],
    ['new Function("a", text)', 'Function()'],
    ['Function(text)()', 'Function()'],
    ['globalThis.eval(text)', 'eval()'],
    ['(0, globalThis.eval)(text)', '.eval'],
    ['setTimeout("act()", 1)', 'eval()'],
    ['jsx("p", { dangerouslySetInnerHTML: { __html: text } })', 'dangerouslySetInnerHTML:'],
    ['window.addEventListener("message", take)', 'on message'],
    ['document.cookie = text', '.cookie'],
    ['const { cookie } = document', 'cookie:'],
    ['window.open(address)', 'window.open'],
  ])('%s', (source, reach) => {
    expect(reachOf(source, 'a.js')).toContain(reach)
    expect(reachOf(`// ${source}\nconst text = ${JSON.stringify(source)}`, 'a.js')).toEqual([])
  })
})

describe('the scripts of the kit', () => {
  const sources = filesOf('src', /\.tsx?$/)
  const product = sources.filter((file) => !/^src\/(testing|cli)\//.test(file))

  it('SEC-12: no window is opened, spoken to or listened to; tabs use a channel of their own origin', () => {
    const messages = [
      '.postMessage',
      'on message',
      '.onmessage',
      'onmessage:',
      '.opener',
      'opener:',
    ]
    const windows = ['window.open', 'globalThis.open', 'self.open', 'view.open', 'page.open']
    expect(doers(product, [...messages, ...windows, 'MessageChannel()'])).toEqual([
      'src/client/tab-channel.ts on message',
      'src/client/tab-news.ts .postMessage',
    ])
    expect(doers(product, ['BroadcastChannel()'])).toEqual([
      'src/client/tab-channel.ts BroadcastChannel()',
      'src/client/tab-news.ts BroadcastChannel()',
    ])
  })

  it('SEC-14: no script reads or writes a cookie', () => {
    const cookies = ['.cookie', 'cookie:', '.cookieStore', 'cookieStore:']
    expect(doers(product, cookies)).toEqual([])
  })

  it('SEC-31: none makes code or markup of a text', () => {
    expect(doers(product, [...EVALUATORS, ...SINKS])).toEqual([])
  })
})

// Before a build there is nothing to look at; the test run always builds first.
describe.skipIf(!existsSync('dist'))('the built scripts', () => {
  it('SEC-31: hold no evaluator and no HTML sink', () => {
    const built = filesOf('dist', /\.js$/)
    expect(built.length).toBeGreaterThan(100)
    expect(doers(built, [...EVALUATORS, ...SINKS])).toEqual([])
  })
})
