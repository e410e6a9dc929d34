import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BORDER_PAIRS, TEXT_PAIRS } from './colour-pairs.js'

const read = (file: string) =>
  readFileSync(new URL(`../../src/theme/${file}`, import.meta.url), 'utf8')
const TOKENS = read('tokens.css')
const STYLES = `${TOKENS}\n${read('components.css')}`

const LAYERS =
  '@layer gatewright.tokens, gatewright.themes, gatewright.preferences, gatewright.components;'

type Theme = 'light' | 'dark'

/** The tokens whose two colours are OKLCH without transparency. */
const COLOURS = new Map(
  [...TOKENS.matchAll(/--gw-([\w-]+): light-dark\((oklch\([^/)]+\)), (oklch\([^/)]+\))\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** Relative luminance (WCAG 2.2) of an OKLCH colour (CSS Color 4, oklab to linear sRGB). */
function luminance(colour: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)))
  const [red = 0, green = 0, blue = 0] = channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(first: string, second: string, theme: Theme): number {
  const of = (name: string) => luminance(COLOURS.get(name)![theme])
  const [dark = 0, light = 0] = [of(first), of(second)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(TEXT_PAIRS)('A11Y-24: writes %s on %s at 4.5:1', (text = '', surface = '') => {
    expect(contrast(text, surface, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(BORDER_PAIRS)('A11Y-23, A11Y-24: draws %s on %s at 3:1', (line = '', surface = '') => {
    expect(contrast(line, surface, theme)).toBeGreaterThanOrEqual(3)
  })
})

describe('the stylesheets', () => {
  it('I18N-11: use logical properties only', () => {
    expect(STYLES).not.toMatch(/[\s-](left|right|top|bottom)(-|:|;|\s)/)
    expect(STYLES).not.toMatch(/^\s*(max-|min-)?(width|height):/m)
  })

  it('A11Y-21: fix no width or height that a small or zoomed page could not hold', () => {
    const sizes = STYLES.matchAll(/^\s*(?:min-)?inline-size: ([^;]+);/gm)
    for (const [, size = ''] of sizes) {
      const rem = Number(/^([\d.]+)rem$/.exec(size)?.[1] ?? 0)
      expect(rem, size).toBeLessThanOrEqual(1.5)
      expect(size).toMatch(/%|auto|^0$|1px|1\.\d+em|fit-content|^[\d.]+rem$/)
    }
  })

  it('A11Y-20: size main controls at 44 px and the smallest at 24 px', () => {
    expect(TOKENS).toContain('--gw-target: 2.75rem;')
    const heights = [...STYLES.matchAll(/min-block-size: ([^;]+);/g)].map(([, size]) => size)
    expect(new Set(heights)).toEqual(new Set(['var(--gw-target)', '2rem', '1.5rem']))
  })

  it('A11Y-25, A11Y-26: answer forced colours and reduced motion', () => {
    expect(STYLES).toContain('@media (forced-colors: active)')
    expect(STYLES).toContain('@media (prefers-reduced-motion: reduce)')
  })

  it('fetch nothing: no font, image or other stylesheet', () => {
    expect(STYLES).not.toMatch(/url\(|@import|@font-face/)
  })

  it('stay in their cascade layers, so that any rule of the app wins', () => {
    for (const file of ['tokens.css', 'components.css']) {
      const outside = read(file)
        .replace(/^@layer gatewright\.\w+ \{.*?^\}/gms, '')
        .trim()
      expect(outside).toBe(LAYERS)
    }
  })

  it('name their colours in the tokens only', () => {
    const colours = read('components.css').match(/oklch|#[\da-f]{3,8}\b|rgb|hsl/gi)
    // A QR code is dark on light in every theme, or cameras do not read it.
    expect(colours).toEqual(['#fff', '#000'])
  })

  it('take at most 6 kB gzipped together', () => {
    expect(gzipSync(STYLES, { level: 9 }).length).toBeLessThanOrEqual(6000)
  })
})

const THEMES = readdirSync(new URL('../../src/theme/themes', import.meta.url)).filter(
  // That one is read by Tailwind alone.
  (file) => file !== 'tailwind.css',
)

describe.each(THEMES)('the theme in %s', (file) => {
  const css = read(`themes/${file}`)

  it('sets tokens that there are, and nothing else', () => {
    const set = [...css.matchAll(/^\s+([\w-]+):/gm)].map(([, property]) => property ?? '')
    const unknown = set.filter((name) => name !== 'color-scheme' && !TOKENS.includes(`${name}:`))
    expect(unknown).toEqual([])
    expect(css.replace(/@layer gatewright\.themes \{.*^\}/ms, '').trim()).toBe(LAYERS)
  })

  it('takes at most 1 kB gzipped', () => {
    expect(gzipSync(css, { level: 9 }).length).toBeLessThanOrEqual(1000)
  })
})

it('Tailwind is told of every colour there is, and of no other token than there are', () => {
  const told = read('themes/tailwind.css')
  const used = [...told.matchAll(/var\((--gw-[\w-]+)\)/g)].map(([, name = '']) => name)
  expect(used.filter((name) => !TOKENS.includes(`${name}:`))).toEqual([])
  for (const name of COLOURS.keys())
    expect(told).toContain(`--color-gw-${name}: var(--gw-${name});`)
})
