import '../../src/theme/tokens.css'
import '../../src/theme/components.css'
import '../../src/theme/themes/shadcn.css'
import '../../src/theme/themes/contrast.css'
import '../../src/theme/themes/compact.css'
import '../../src/theme/themes/soft.css'
import './shadcn-palette.css'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { EXHIBITS, findingsIn } from './stories.js'
import { cutOff } from './words.js'
import { BORDER_PAIRS, TEXT_PAIRS } from '../theme/colour-pairs.js'

type Mode = 'light' | 'dark'

/** What each theme has to reach: text, and what is drawn. */
const THEMES = [
  { name: 'default', text: 4.5, lines: 3 },
  { name: 'compact', text: 4.5, lines: 3 },
  { name: 'soft', text: 4.5, lines: 3 },
  { name: 'shadcn', text: 4.5, lines: 3 },
  { name: 'contrast', text: 7, lines: 4.5 },
] as const

const LIT = THEMES.flatMap((theme) =>
  (['light', 'dark'] as const).map((mode) => ({ ...theme, mode })),
)

/** A surface of the kit, below these marks from the outside in. */
function surface(...marks: Record<string, string>[]): HTMLElement {
  document.body.replaceChildren()
  return marks.concat({ 'data-gatewright': '' }).reduce<HTMLElement>((parent, attributes) => {
    const element = document.createElement('div')
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    parent.append(element)
    return element
  }, document.body)
}

function lit(theme: string, mode: Mode): HTMLElement {
  return surface({ 'data-gw-theme': theme, 'data-theme': mode, class: mode })
}

/** The bytes of a token's colour as the browser paints it, above another's where it shines through. */
function painted(element: HTMLElement, token: string, below = token): readonly number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) throw new Error('no canvas')
  for (const name of [below, token]) {
    element.style.color = `var(--gw-${name})`
    context.fillStyle = getComputedStyle(element).color
    context.fillRect(0, 0, 1, 1)
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  expect(alpha, below).toBe(255)
  return [red, green, blue]
}

/** WCAG 2.2, relative luminance. */
function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((byte) => {
    const channel = byte / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Those of the pairs that are too close, each with its contrast. */
function tooClose(element: HTMLElement, pairs: readonly (readonly string[])[], least: number) {
  return pairs.flatMap((pair) => {
    const [upper = '', lower = ''] = pair
    const [dark = 0, light = 0] = [painted(element, upper, lower), painted(element, lower)]
      .map(luminance)
      .toSorted((one, other) => one - other)
    const contrast = (light + 0.05) / (dark + 0.05)
    return contrast < least ? [`${pair.join(' on ')}: ${contrast.toFixed(2)}`] : []
  })
}

function token(element: HTMLElement, name: string): string {
  return getComputedStyle(element).getPropertyValue(`--gw-${name}`)
}

describe('the themes, as the browser paints them', () => {
  it.each(LIT)('A11Y-24: $name, $mode: writes at $text:1', ({ name, mode, text }) => {
    expect(tooClose(lit(name, mode), TEXT_PAIRS, text)).toEqual([])
  })

  it.each(LIT)('A11Y-23, A11Y-24: $name, $mode: draws at $lines:1', ({ name, mode, lines }) => {
    expect(tooClose(lit(name, mode), BORDER_PAIRS, lines)).toEqual([])
  })

  it('are light on dark in the dark, and dark on light else', () => {
    for (const { name, mode } of LIT) {
      const element = lit(name, mode)
      const isLight = luminance(painted(element, 'surface')) > luminance(painted(element, 'text'))
      expect({ name, isLight }).toEqual({ name, isLight: mode === 'light' })
    }
  })

  it('A11Y-20: keep main controls at 36 px at least, where a pointer is exact', () => {
    for (const { name } of THEMES) {
      const button = document.createElement('button')
      button.dataset['gw'] = 'button'
      lit(name, 'light').append(button)
      expect(button.getBoundingClientRect().height, name).toBeGreaterThanOrEqual(36)
      button.dataset['gw'] = 'link-button'
      expect(button.getBoundingClientRect().height, name).toBeGreaterThanOrEqual(24)
    }
  })
})

describe('which theme a surface has', () => {
  const radiusOf = (theme: string) => token(surface({ 'data-gw-theme': theme }), 'radius')

  it('is the one named on it', () => {
    const own = surface({ 'data-gw-theme': 'soft' })
    own.dataset['gwTheme'] = 'compact'
    expect(token(own, 'radius')).toBe(radiusOf('compact'))
    expect(radiusOf('compact')).not.toBe(radiusOf('soft'))
  })

  it('is else the nearest above it, in whatever order they are loaded', () => {
    const radius = (...names: string[]) =>
      token(surface(...names.map((name) => ({ 'data-gw-theme': name }))), 'radius')
    expect(radius('soft', 'compact')).toBe(radiusOf('compact'))
    expect(radius('compact', 'soft')).toBe(radiusOf('soft'))
    expect(radius('soft', 'default')).toBe(radiusOf('default'))
    expect(radius('default', 'soft')).toBe(radiusOf('soft'))
    expect(radius('soft', 'soft')).toBe(radiusOf('soft'))
  })

  it("is the page's where none is named: the one that is imported last", () => {
    expect(token(surface({}), 'radius')).toBe(radiusOf('soft'))
  })
})

const OTHERS = ['compact', 'soft', 'contrast'].flatMap((look) =>
  (['light', 'dark'] as const).map((theme) => ({ look, theme })),
)

/** What is written too faintly, what is too small to hit, what does not fit. */
async function faults(page: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(page, {
    runOnly: ['color-contrast', 'target-size'],
    resultTypes: ['violations'],
    iframes: false,
  })
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
  return [...found, ...cutOff(page)]
}

describe('every screen of the kit in the other themes', () => {
  const kit = EXHIBITS.filter(({ shelf }) => shelf === 'views' || shelf === 'flows')

  it.each(OTHERS.map((light, turn) => ({ ...light, turn })))(
    'A11Y-20, A11Y-21, A11Y-24: $look, $theme: can be read, can be hit and fits at 320 px',
    { timeout: 300_000 },
    async ({ turn, ...look }) => {
      const isWhole = import.meta.env['GALLERY'] === 'all'
      const shown = kit.filter((_, index) => isWhole || index % OTHERS.length === turn)
      expect(shown.length).toBeGreaterThan(10)
      const light = { width: 320, locale: 'en', direction: 'auto', ...look } as const
      expect(await findingsIn(shown, light, faults)).toEqual({})
    },
  )
})
