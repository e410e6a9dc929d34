import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** Its command, and Debian's package of it. */
export const HEADLESS_SHELL = 'chromium-headless-shell'

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
  return (
    namedBy('CHROMIUM_PATH') ??
    [chromium.executablePath(), ...onPath(NAMES), ...USUAL_PLACES].find(starts) ??
    null
  )
}

export interface ChromiumLaunch {
  executablePath?: string
  args: string[]
}

/** How a run starts Chromium, all of it: pictures and the back/forward cache are as a user has them. */
export function chromiumLaunch(): ChromiumLaunch {
  return launch(findChromium())
}

/**
 * How a run starts the Chromium that has nothing but pages, where the machine has one: the same engine does the same
 * in about two thirds of the time. `CHROMIUM_SHELL_PATH`, else the one on the path, else the whole browser.
 *
 * @throws when `CHROMIUM_SHELL_PATH` names something that does not start.
 */
export function headlessShellLaunch(): ChromiumLaunch {
  return launch(
    namedBy('CHROMIUM_SHELL_PATH') ?? onPath([HEADLESS_SHELL]).find(starts) ?? findChromium(),
  )
}

function namedBy(variable: string): string | null {
  const path = process.env[variable]
  if (!path || starts(path)) return path || null
  throw new Error(
    `Gatewright: ${variable} is ${JSON.stringify(path)}, which does not answer --version. ` +
      'The browser tests need a Chromium that starts. ' +
      `Set ${variable} to its executable, or unset it to let one be found.`,
  )
}

function launch(executablePath: string | null): ChromiumLaunch {
  return { ...(executablePath === null ? {} : { executablePath }), args: FLAGS }
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false
  const { status } = spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 })
  return status === 0
}
