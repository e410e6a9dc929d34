import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunch } from './scripts/chromium.js'

// Generous, because both suites may share two cores with a browser; a flake is shown, never retried.
const PATIENCE = { testTimeout: 30_000, hookTimeout: 30_000, retry: 0 }

export default defineConfig({
  test: {
    projects: [
      {
        test: { ...PATIENCE, name: 'node', environment: 'node', include: ['test/**/*.test.ts'] },
      },
      {
        test: {
          ...PATIENCE,
          name: 'dom',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/setup-dom.ts'],
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        // Loaded on demand by the kit: found in the middle of a run they would reload the page.
        optimizeDeps: {
          include: [
            '@simplewebauthn/browser',
            '@zxcvbn-ts/core',
            '@zxcvbn-ts/language-common',
            '@zxcvbn-ts/language-en',
            'altcha-lib',
            'altcha-lib/algorithms/web/pbkdf2',
            'altcha-lib/algorithms/web/sha',
            'uqr',
          ],
        },
        test: {
          ...PATIENCE,
          name: 'storybook',
          // A page per file costs three times the run; stories build their own world anyway.
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium', viewport: { width: 1024, height: 768 } }],
          },
        },
      },
    ],
  },
})
