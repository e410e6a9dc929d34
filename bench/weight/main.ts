// Builds the pages and weighs them: `npm run bench:weight`, with `-- --parts sign-in` for what a page is made of.
import { parseArgs } from 'node:util'
import {
  ADAPTER_NAMES,
  laterScripts,
  partsOf,
  weighAdapter,
  weighPage,
  weighStyles,
} from './weigh.js'

const { values } = parseArgs({ options: { parts: { type: 'string' } } })
const kB = (bytes: number) => Math.round(bytes / 10) / 100

const PAGES = [
  'bare-form',
  'hand-written',
  'hand-written-mini',
  'sign-in',
  'headless',
  'app-with-sign-in',
]

async function main(): Promise<void> {
  if (values.parts !== undefined) {
    const parts = await partsOf(values.parts)
    console.table(parts.map(([module, size]) => ({ module, 'gzip alone, kB': kB(size) })))
    return
  }
  const weights = new Map<string, Awaited<ReturnType<typeof weighPage>>>()
  for (const page of PAGES) weights.set(page, await weighPage(page))
  console.log('Scripts beyond React, kB after gzip:')
  console.table(
    [...weights].map(([page, { atUse, inAll, own }]) => ({
      page,
      'at use': kB(atUse),
      'in all': kB(inAll),
      'of it own code': kB(own),
    })),
  )
  const added =
    (weights.get('app-with-sign-in')?.inAll ?? 0) - (weights.get('hand-written')?.inAll ?? 0)
  console.log(`<SignIn/> in an app that ships the five libraries: ${kB(added)} kB more`)
  console.log(`Stylesheet: ${kB(weighStyles())} kB`)
  for (const name of ADAPTER_NAMES)
    console.log(`Backend ${name}: ${kB(await weighAdapter(name))} kB`)
  console.log('Scripts that come when their state does, without libraries:')
  const later = await laterScripts('sign-in')
  console.table(
    later.map(({ name, gzip, modules }) => ({
      script: name.replace(/^assets\//, ''),
      kB: kB(gzip),
      modules: modules.size,
    })),
  )
}

await main()
