import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { steps as stepsOfTheRun } from '../../../scripts/steps.js'
import { SHIPPED_LANGUAGES } from '../../../src/i18n/resources.js'
import { STATE_FACTS } from '../../../src/ui-state/state-facts.js'
import { BLOCKS, blocksIn, LANGUAGES } from './code-blocks.js'
import { standsInExamples, writeModules } from './modules.js'
import { PAGES, proseOf, textOf } from './pages.js'
import { discard, scratchCheckout, trust, typeCheck } from './scratch-checkout.js'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}
const SUBCOMMANDS = ['explain', 'locales']
const STEPS = stepsOfTheRun().map(({ name }) => name)

const at = ({ page, line }: { page: string; line: number }) => `${page}:${line}`

describe('the code of the guides', () => {
  it('says what language it is in, and why where it is not compiled', () => {
    expect(BLOCKS.length).toBeGreaterThan(40)
    expect(BLOCKS.filter(({ language }) => !LANGUAGES.includes(language)).map(at)).toEqual([])
    expect(BLOCKS.filter(({ excuse }) => excuse !== null && excuse.length < 20).map(at)).toEqual([])
  })

  it('compiles, under the options of the kit itself', async () => {
    const folder = scratchCheckout('src', 'locales', 'package.json', 'tsconfig.json')
    onTestFinished(() => discard(folder))
    trust(join(folder, 'src'))
    const modules = writeModules(join(folder, 'blocks'))
    expect(modules.length).toBeGreaterThan(20)
    // The place in a complaint is the line in the page.
    expect(await typeCheck(folder, ['blocks'])).toEqual([])
  })

  it('in the guide to testing is code that runs', () => {
    const blocks = blocksIn('tsx').filter(({ page }) => page === 'docs/testing.md')
    expect(blocks.length).toBeGreaterThan(4)
    expect(blocks.filter((block) => !standsInExamples(block)).map(at)).toEqual([])
  })

  it('is JSON where it says so', () => {
    for (const { code } of blocksIn('json')) expect(() => JSON.parse(code) as unknown).not.toThrow()
  })

  it('sets only tokens that there are, and the guide to theming lists them all', () => {
    const tokens: readonly string[] =
      readFileSync('src/theme/tokens.css', 'utf8').match(/--gw-[\w-]+(?=:)/g) ?? []
    const set = blocksIn('css').flatMap(({ code }) => code.match(/--gw-[\w-]+/g) ?? [])
    expect(set.length).toBeGreaterThan(2)
    expect(set.filter((name) => !tokens.includes(name))).toEqual([])
    const listed = proseOf('docs/theming.md').match(/--gw-[\w-]+/g) ?? []
    expect([...new Set(listed)].toSorted()).toEqual([...new Set(tokens)].toSorted())
  })

  it('imports only stylesheets that there are', () => {
    const sheets = [
      ...['styles', 'tokens'].map((name) => `gatewright/${name}.css`),
      ...readdirSync('src/theme/themes').map((file) => `gatewright/themes/${file}`),
    ]
    const imported = blocksIn('css', 'ts', 'tsx').flatMap(
      ({ code }) => code.match(/gatewright\/[\w/-]+\.css/g) ?? [],
    )
    expect(imported.length).toBeGreaterThan(4)
    expect(imported.filter((name) => !sheets.includes(name))).toEqual([])
  })
})

describe('the pages', () => {
  it('name commands that there are', () => {
    const text = PAGES.map(textOf).join('\n')
    const run = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name)
    expect(run.length).toBeGreaterThan(5)
    expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
    const asked = [...text.matchAll(/npx gatewright (\w+)/g)].map(([, name = '']) => name)
    expect(asked.filter((name) => !SUBCOMMANDS.includes(name))).toEqual([])
    const steps = [...text.matchAll(/npm test -- --only ([\w,]+)/g)].flatMap(([, list = '']) =>
      list.split(','),
    )
    expect(steps.filter((name) => !STEPS.includes(name))).toEqual([])
  })

  it('start every command of a block with one that a reader has', () => {
    const lines = blocksIn('sh').flatMap(({ code }) => code.split('\n').filter(Boolean))
    const known =
      /^ *(?:npm (?:ci|start|test|install|run)\b|npx (?:gatewright|shadcn|vitest)\b|echo |git )/
    expect(lines.filter((line) => !known.test(line))).toEqual([])
  })

  it('link to pages and headings that there are', () => {
    const missing = PAGES.flatMap((page) =>
      [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target)
        .filter(
          (target) => !/^(?:https?:|mailto:|\.\/\?path=)/.test(target) && !leads(page, target),
        )
        .map((target) => `${page}: ${target}`),
    )
    expect(missing).toEqual([])
  })

  it('name stories that there are', () => {
    const named = PAGES.flatMap((page) =>
      [
        ...proseOf(page).matchAll(/`((?:flows|views|components|headless|primitives)\/[\w-]+)`/g),
      ].map(([, name = '']) => name),
    )
    const files = readdirSync('stories', { recursive: true, encoding: 'utf8' })
    const titles = files.map((file) => file.replace(/\.stories\.tsx?$/, ''))
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => !titles.includes(name))).toEqual([])
  })

  it('count what there is', () => {
    expect(textOf('README.md')).toContain(`set of ${Object.keys(STATE_FACTS).length} states`)
    expect(textOf('docs/languages.md')).toContain(`speaks ${SHIPPED_LANGUAGES.length} languages`)
    const backends = readdirSync('src/backends', { withFileTypes: true })
    const written = PAGES.filter((page) => /^docs\/backends\/[a-z-]+\.md$/.test(page))
    expect(written).toHaveLength(backends.filter((entry) => entry.isDirectory()).length)
    const listed = textOf('README.md').match(/docs\/backends\/[a-z-]+\.md/g) ?? []
    expect(listed.toSorted()).toEqual(written.toSorted())
  })

  it('of the flows and the beginnings stand in the book, too', () => {
    const guides = PAGES.filter((page) => /^docs\/(?:flows|start)\//.test(page))
    const shown = PAGES.filter((page) => page.endsWith('.mdx')).map(textOf)
    expect(guides.length).toBeGreaterThan(15)
    expect(guides.filter((page) => !shown.some((text) => text.includes(`page="${page}"`)))).toEqual(
      [],
    )
  })

  it('are all within reach of the README', () => {
    const reached = new Set(['README.md'])
    for (const page of reached) {
      for (const [, target = ''] of textOf(page).matchAll(/\]\(([^)\s#]+\.md)[^)]*\)/g)) {
        if (!target.startsWith('http')) reached.add(join(dirname(page), target))
      }
    }
    expect(PAGES.filter((page) => page.endsWith('.md') && !reached.has(page))).toEqual([])
  })
})

function leads(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#')
  const file = path === '' ? page : join(dirname(page), path)
  if (!existsSync(file)) return false
  return heading === undefined || headingsOf(file).includes(heading)
}

/** The anchors that the host of the repository makes of headings. */
function headingsOf(file: string): string[] {
  return [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
