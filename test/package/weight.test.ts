import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildPage, weightOf, type BuiltPage } from '../../bench/weight/build-page.js'
import { weighAdapter, weighStyles, ADAPTER_NAMES, type Adapter } from '../../bench/weight/weigh.js'

const PAGES = 'bench/weight/pages'

/** What is reached, and two in a hundred more: bytes after gzip. What is aimed at stands in docs/figures.md. */
const LIMITS = { signIn: 96_900, signInOwn: 48_400, headless: 74_450, headlessOwn: 30_000 }
const ADAPTER_LIMITS: Readonly<Record<Adapter, number>> = {
  'auth-svc': 2310,
  authos: 4920,
  'better-auth': 5440,
  calimatic: 3350,
  edgebase: 5710,
  intelliauth: 2720,
}
const SCRIPT_ON_DEMAND = 8192
const STYLES = 6000

// Builds as an app does, not as a test.
beforeAll(() => void vi.stubEnv('NODE_ENV', 'production'))
afterAll(() => void vi.unstubAllEnvs())

describe('the page of a sign-in form', () => {
  let react: BuiltPage
  let signIn: BuiltPage
  let own: BuiltPage
  beforeAll(async () => {
    react = await buildPage(`${PAGES}/react-alone.tsx`)
    signIn = await buildPage(`${PAGES}/sign-in.tsx`)
    own = await buildPage(`${PAGES}/sign-in.tsx`, { withoutLibraries: true })
  })

  it('is one script until the form can be used', () => {
    expect(signIn.first).toHaveLength(1)
  })

  it('weighs no more than it did', () => {
    expect(weightOf(signIn.first) - weightOf(react.first)).toBeLessThanOrEqual(LIMITS.signIn)
    expect(weightOf(own.first)).toBeLessThanOrEqual(LIMITS.signInOwn)
  })

  it('has every error in that script', () => {
    const first = [...(signIn.first[0]?.modules.keys() ?? [])]
    expect(first).toContain('src/components/views/account-locked.tsx')
    expect(first).toContain('src/components/views/network-error.tsx')
  })

  it('has each step that an answer may lead to in a script of at most 8 kB', () => {
    const steps = own.later.filter(({ modules }) =>
      [...modules.keys()].some((path) => path.startsWith('src/')),
    )
    expect(steps.length).toBeGreaterThan(5)
    for (const { name, gzip } of steps) expect(gzip, name).toBeLessThanOrEqual(SCRIPT_ON_DEMAND)
  })

  it('has a stylesheet of at most 6 kB', () => {
    expect(weighStyles()).toBeLessThanOrEqual(STYLES)
  })
})

it('the page of a headless sign-in weighs no more than it did', async () => {
  const react = await buildPage(`${PAGES}/react-alone.tsx`)
  const headless = await buildPage(`${PAGES}/headless.tsx`)
  const own = await buildPage(`${PAGES}/headless.tsx`, { withoutLibraries: true })
  expect(headless.first).toHaveLength(1)
  expect(weightOf(headless.first) - weightOf(react.first)).toBeLessThanOrEqual(LIMITS.headless)
  expect(weightOf(own.first)).toBeLessThanOrEqual(LIMITS.headlessOwn)
})

describe('a backend', () => {
  it.each(ADAPTER_NAMES)('%s weighs no more than it did', async (name) => {
    expect(await weighAdapter(name)).toBeLessThanOrEqual(ADAPTER_LIMITS[name])
  })
})
