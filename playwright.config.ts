import { defineConfig } from '@playwright/test'
import { headlessShellLaunch } from './scripts/chromium.js'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/demo-server.ts',
  // Files side by side: what a file has built before its tests is built once.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    launchOptions: headlessShellLaunch(),
    // Known once the server runs: each worker reads this file anew.
    ...(process.env['DEMO_ORIGIN'] ? { baseURL: process.env['DEMO_ORIGIN'] } : {}),
    actionTimeout: 15_000,
    trace: 'off',
  },
})
