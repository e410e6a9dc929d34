// Weighs and times the kit against a bare form and one written by hand: `npm run bench`. Writes docs/figures-performance.md.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { chromiumLaunch } from '../../scripts/chromium.js'
import { weightFigures } from '../weight/report.js'
import { said, spreadOf, tableOf, type Figure } from './figures.js'
import { heapLeft, keyPressOn, use, visit, type Use, type Visit } from './in-browser.js'
import { renderRate, ruleSortRates, tableSortRate } from './in-node.js'
import { serveSite, type Site } from './site.js'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    mounts: { type: 'string', default: '1000' },
    report: { type: 'string', default: 'docs/figures-performance.md' },
  },
})
const rounds = Number(values.rounds)

const PAGES = {
  bare: 'bench/weight/pages/bare-form.tsx',
  'hand-written': 'bench/weight/pages/hand-written.tsx',
  kit: 'bench/weight/pages/sign-in.tsx',
}
const OTHERS = {
  'many-forms': 'bench/performance/pages/many-forms.tsx',
  mounts: 'bench/performance/pages/mounts.tsx',
}
type PageName = keyof typeof PAGES
const NAMES = Object.keys(PAGES) as PageName[]

async function main(): Promise<void> {
  const weights = await weightFigures()
  const site = await serveSite({ ...PAGES, ...OTHERS })
  const browser = await chromium.launch(chromiumLaunch())
  const times = await browserFigures(browser, site)
  const heaps = await heapFigures(browser, site)
  const version = browser.version()
  await browser.close()
  site.close()
  const report = `# Performance

Written by \`npm run bench\`: ${cpus().length} cores, Node ${process.versions.node}, Chromium ${version}, ${rounds} rounds that take turns. Times are medians with the least and the most, with the processor slowed down four times; where other work ran on the machine, the ratios say more than the times.

## Weight

${tableOf(weights)}

## Time

${tableOf([...times, ...nodeFigures()])}

## Memory

${tableOf(heaps)}
`
  writeFileSync(values.report, report)
  console.log(report)
}

async function browserFigures(browser: Browser, site: Site): Promise<Figure[]> {
  const visits = await interleaved((name) => visit(browser, site, name))
  const uses = await interleaved((name) => use(browser, site, name))
  const many: number[] = []
  const one: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    one.push(await keyPressOn(browser, site, 'kit'))
    many.push(await keyPressOn(browser, site, 'many-forms'))
  }
  const requests = visits.kit.at(-1)?.requests ?? []
  return [
    compared('form visible, slow 4G, ms', '≤ 1.25 × bare', visits, (one: Visit) => one.formVisible),
    compared('key press, main thread, ms', '≤ 1.2 × bare', uses, (one: Use) => one.keyPress, 2),
    compared(
      'answer to error drawn, ms',
      '≤ bare + 1 frame',
      uses,
      (one: Use) => one.answerToError,
    ),
    {
      what: 'commits of React that a key press causes',
      aim: '0',
      reached: said(spreadOf(uses.kit.map(({ commitsPerKey }) => commitsPerKey)), 2),
    },
    {
      what: 'key press with 100 forms on the page, ms',
      aim: 'as with one',
      reached: `${said(spreadOf(many), 2)}, with one ${said(spreadOf(one), 2)}`,
    },
    {
      what: 'requests until the form can be used',
      aim: '1 HTML, 1 JS, 1 CSS',
      reached: requests.map((path) => path.replace(/-[\w-]{8}\./, '.')).join(', '),
    },
  ]
}

async function heapFigures(browser: Browser, site: Site): Promise<Figure[]> {
  const left = await heapLeft(browser, site, 'mounts', Number(values.mounts))
  return [...left].map(([name, bytes]) => ({
    what: `heap left by ${values.mounts} mounts of ${name}`,
    aim: '≤ 1 MB',
    reached: `${(bytes / 1e6).toFixed(2)} MB`,
  }))
}

function nodeFigures(): Figure[] {
  return [
    {
      what: 'answers sorted a second, a backend of tables',
      aim: '≥ 1,000 thousand',
      reached: thousands(tableSortRate),
    },
    ...(['all', 'first', 'last', 'none'] as const).map((which) => ({
      what: `answers sorted a second by EdgeBase’s rules: ${RULES[which]}`,
      aim: '≥ 300 thousand, flat',
      reached: thousands(() => ruleSortRates()[which]),
    })),
    {
      what: 'server renders of the sign-in form a second',
      aim: '≥ 2 thousand',
      reached: thousands(renderRate),
    },
  ]
}

function thousands(measure: () => number): string {
  return `${said(spreadOf([1, 2, 3, 4, 5].map(() => measure() / 1000)))} thousand`
}

const RULES = {
  all: 'all their texts in turn',
  first: 'the text of the first',
  last: 'the text of the last',
  none: 'a text of none',
}

/** Each page in each round, so that what else runs on the machine strikes them alike. */
async function interleaved<T>(
  measure: (name: PageName) => Promise<T>,
): Promise<Record<PageName, T[]>> {
  const measured: Record<PageName, T[]> = { bare: [], 'hand-written': [], kit: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of NAMES) measured[name].push(await measure(name))
  }
  return measured
}

function compared<T>(
  what: string,
  aim: string,
  measured: Record<PageName, T[]>,
  value: (one: T) => number,
  digits = 1,
): Figure {
  const [bare, written, kit] = NAMES.map((name) => spreadOf(measured[name].map(value)))
  if (!bare || !written || !kit) throw new Error('The bench has three pages.')
  const ratio = (kit.median / bare.median).toFixed(2)
  return {
    what,
    aim,
    reached: `${said(kit, digits)}, bare ${said(bare, digits)}, by hand ${said(written, digits)}: ${ratio} × bare`,
  }
}

await main()
