// Races tabs in a real Chromium for the one refresh of a session they share, and prints what the server met, as JSON.
// `npm run bench:tabs -- --races 100 --kills 25 --contrast 20 --server strict` does less of it.
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { chromiumLaunch } from '../../scripts/chromium.js'
import { serveTabsSite, type Server, type TabsSite } from '../../test/e2e/tabs-site.js'
import { contrastRaces, killRaces, plainRaces } from './races.js'

const { values } = parseArgs({
  options: {
    races: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '250' },
    contrast: { type: 'string', default: '100' },
    tabs: { type: 'string', default: '4' },
    server: { type: 'string', multiple: true, default: ['strict', 'graceful'] },
  },
})

const browser = await chromium.launch(chromiumLaunch())
const results: unknown[] = []
for (const server of values.server) {
  const kind = serverCalled(server)
  results.push({
    server: kind,
    tabs: Number(values.tabs),
    plain: await onASite(browser, kind, Number(values.races), plainRaces),
    holderKilled: await onASite(browser, kind, Number(values.kills), killRaces),
    // What is forgiven would not be seen.
    lockAndLocalStorage:
      kind === 'strict' &&
      (await onASite(browser, kind, Number(values.contrast), contrastRaces, true)),
  })
}
await browser.close()
console.log(JSON.stringify(results, null, 2))

/** A site and a browser profile of its own. */
async function onASite<T>(
  browser: Browser,
  kind: Server,
  races: number,
  run: (parts: {
    context: Awaited<ReturnType<Browser['newContext']>>
    site: TabsSite
    tabs: number
    races: number
  }) => Promise<T>,
  contrast = false,
): Promise<T | null> {
  if (races === 0) return null
  const site = await serveTabsSite(kind, { contrast })
  const context = await browser.newContext()
  try {
    return await run({ context, site, tabs: Number(values.tabs), races })
  } finally {
    await context.close()
    await site.close()
  }
}

function serverCalled(name: string): Server {
  if (name === 'strict' || name === 'graceful') return name
  throw new Error(
    `Gatewright: --server got ${JSON.stringify(name)}. Only two kinds are known. ` +
      'Use strict (a second use of a token ends every session) or graceful (it is forgiven for 30 s).',
  )
}
