// Prints the path of a Chromium that starts, installing one where the machine has none.
import { spawnSync } from 'node:child_process'
import { findChromium, HEADLESS_SHELL } from './chromium.js'

const APT_PACKAGES = ['chromium', 'fonts-liberation', 'fonts-noto-core']
const MINUTE = 60_000

function run(command: string, args: readonly string[], timeout: number): boolean {
  console.error(`ensure-browser: ${command} ${args.join(' ')}`)
  const { status } = spawnSync(command, args, {
    // Standard output carries the path alone.
    stdio: ['ignore', 2, 2],
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

function installWithPlaywright(): string | null {
  const command = new URL('../node_modules/playwright/cli.js', import.meta.url).pathname
  run(process.execPath, [command, 'install', 'chromium'], 3 * MINUTE)
  return findChromium()
}

function installWithApt(): string | null {
  if (process.getuid?.() !== 0) return null
  if (!run('apt-get', ['update'], 3 * MINUTE)) return null
  const install = ['install', '-y', '--no-install-recommends']
  run('apt-get', [...install, ...APT_PACKAGES], 5 * MINUTE)
  // Not in every distribution, and not needed: the run is quicker with it.
  run('apt-get', [...install, HEADLESS_SHELL], 5 * MINUTE)
  return findChromium()
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

try {
  const path = findChromium() ?? installWithPlaywright() ?? installWithApt()
  if (path === null) {
    fail(
      'Gatewright: no Chromium was found and none could be installed. ' +
        'The stories and the end-to-end tests run in a real browser. ' +
        'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.',
    )
  }
  console.log(path)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
