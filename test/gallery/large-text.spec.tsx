import { afterEach, describe, expect, it } from 'vitest'
import { EXHIBITS, findingsIn, show, type Exhibit, type Light } from './stories.js'
import { cutOff, surfaces } from './words.js'

const LIGHT: Light = { width: 320, locale: 'en', theme: 'light', direction: 'auto' }

/** What somebody may set for all text of all pages (WCAG 2.2, 1.4.12). */
const WIDE_SPACING = `
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }`

/** A browser whose text alone is twice as large (WCAG 2.2, 1.4.4). */
const TWICE_AS_LARGE = 'html { font-size: 200% !important; }'

function readWith(rules: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

/** What is cut off at a side, and what hides behind the lower edge of something that does not scroll. */
function lost(page: HTMLElement): string[] {
  const low = surfaces(page).flatMap((surface) =>
    [surface, ...surface.querySelectorAll<HTMLElement>('*')].filter(hidesItsEnd),
  )
  return [...cutOff(page), ...low.map(({ tagName, textContent }) => `${tagName} ${textContent}`)]
}

function hidesItsEnd(element: HTMLElement): boolean {
  const { height } = element.getBoundingClientRect()
  const { overflowY } = getComputedStyle(element)
  const clips = overflowY === 'hidden' || overflowY === 'clip'
  return height > 1 && clips && element.scrollHeight > element.clientHeight + 1
}

describe('every screen', () => {
  afterEach(() => {
    document.adoptedStyleSheets = []
  })

  // What loses nothing under both loses nothing under one.
  it.each([['wide spacing and text twice as large', WIDE_SPACING + TWICE_AS_LARGE]])(
    'A11Y-22: loses nothing at 320 px with %s',
    async (_, rules) => {
      readWith(rules)
      const kit = EXHIBITS.filter(({ shelf }) => shelf !== 'headless')
      expect(await findingsIn(kit, LIGHT, lost)).toEqual({})
    },
  )

  it('A11Y-22: would be found out where it cuts something off', async () => {
    readWith(TWICE_AS_LARGE)
    const page = await show(EXHIBITS[0] as Exhibit, LIGHT)
    const surface = page.querySelector('[data-gatewright]')
    surface?.insertAdjacentHTML(
      'beforeend',
      '<p style="block-size: 1rem; overflow: hidden">Two<br />lines</p>',
    )
    expect(lost(page)).toEqual(['P Twolines'])
  })
})
