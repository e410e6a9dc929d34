import react from '@vitejs/plugin-react'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { chromiumLaunch, headlessShellLaunch, type ChromiumLaunch } from './scripts/chromium.js'

// Generous, because both suites may share two cores with a browser; a flake is shown, never retried.
const PATIENCE = { testTimeout: 30_000, hookTimeout: 30_000, retry: 0 }

// A file that loads React, jsdom and the kit anew spends half its time on that.
const SHARED_WORLD = { isolate: false }

// Written for a copy of the checkout, where a test puts it.
const ELSEWHERE = ['test/newcomer/checkout/**']

// These count the timers of their whole worker.
const ALONE = [
  'test/client/{careful-attempt,page-life,refresh-across-tabs,refresh-schedule}.test.ts',
]

// Found in the middle of a run they would reload the page.
const LOADED_ON_DEMAND = [
  '@simplewebauthn/browser',
  '@zxcvbn-ts/core',
  '@zxcvbn-ts/language-common',
  '@zxcvbn-ts/language-en',
  'altcha-lib',
  'altcha-lib/algorithms/web/pbkdf2',
  'altcha-lib/algorithms/web/sha',
  'uqr',
]

const TOOLS_OF_THE_GALLERY = ['@testing-library/react', '@testing-library/user-event', 'axe-core']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...PATIENCE,
          ...SHARED_WORLD,
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...ALONE, ...ELSEWHERE],
          setupFiles: ['test/setup.ts'],
        },
      },
      {
        test: {
          ...PATIENCE,
          name: 'alone',
          environment: 'node',
          include: ALONE,
          setupFiles: ['test/setup.ts'],
        },
      },
      {
        // Examples call the kit by the name it is installed with.
        resolve: { tsconfigPaths: true },
        test: {
          ...PATIENCE,
          ...SHARED_WORLD,
          name: 'dom',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx', 'examples/**/*.test.tsx'],
          // Hooks run last to first: spies go before the page is cleared.
          setupFiles: ['test/setup-dom.ts', 'test/setup.ts'],
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps: { include: LOADED_ON_DEMAND },
        test: {
          ...PATIENCE,
          name: 'storybook',
          setupFiles: ['test/setup-stories.ts'],
          // A page per file costs three times the run; stories build their own world anyway.
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: headlessShellLaunch() }),
            instances: [{ browser: 'chromium', viewport: { width: 1024, height: 768 } }],
          },
        },
      },
      galleryOf('gallery', '!(pictures)', headlessShellLaunch()),
      // The shell measures letters a little differently.
      galleryOf('pictures', 'pictures', chromiumLaunch()),
    ],
  },
})

/** Every story, shown by specs in one page. */
function galleryOf(
  name: string,
  specs: string,
  launchOptions: ChromiumLaunch,
): TestProjectConfiguration {
  return {
    plugins: [react()],
    publicDir: '.storybook/public',
    resolve: { tsconfigPaths: true },
    optimizeDeps: { include: [...LOADED_ON_DEMAND, ...TOOLS_OF_THE_GALLERY] },
    // Servers that start together do not write into one cache.
    cacheDir: `node_modules/.vite/${name}`,
    test: {
      ...PATIENCE,
      name,
      include: [`test/gallery/${specs}.spec.tsx`],
      setupFiles: ['test/setup-stories.ts', 'test/setup-gallery.ts'],
      env: { GALLERY: process.env['GALLERY'] ?? 'sample' },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions }),
        instances: [{ browser: 'chromium' }],
        // Letters are drawn a little differently from machine to machine.
        expect: {
          toMatchScreenshot: {
            comparatorName: 'pixelmatch',
            comparatorOptions: { threshold: 0.25, allowedMismatchedPixelRatio: 0.004 },
            resolveScreenshotPath: ({ root, arg, ext }) =>
              `${root}/test/gallery/pictures/${arg}${ext}`,
          },
        },
      },
    },
  }
}
