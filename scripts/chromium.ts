import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
]

/** Root needs `--no-sandbox`; the rest keeps the browser from calling home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The Chromium of this machine: `CHROMIUM_PATH`, else Playwright's own, else an installed one. Null when there is none.
 *
 * @throws when `CHROMIUM_PATH` names something that does not start.
 */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (starts(named)) return named
    throw new Error(
      `Gatewright: CHROMIUM_PATH is ${JSON.stringify(named)}, which does not answer --version. ` +
        'The browser tests need a Chromium that starts. ' +
        'Set CHROMIUM_PATH to its executable, or unset it to let one be found.',
    )
  }
  return [chromium.executablePath(), ...onPath(), ...USUAL_PLACES].find(starts) ?? null
}

/** How every run of the project starts Chromium. */
export function chromiumLaunch(): { executablePath?: string; args: string[] } {
  const executablePath = findChromium()
  return { ...(executablePath === null ? {} : { executablePath }), args: FLAGS }
}

function onPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false
  const { status } = spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 })
  return status === 0
}
