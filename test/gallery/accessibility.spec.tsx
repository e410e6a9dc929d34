import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { EXHIBITS, findingsIn, show, type Exhibit, type Light } from './stories.js'

/** `GALLERY=all` shows every story in every light and theme; else each is shown in one light, by turns. */
const IS_WHOLE = import.meta.env['GALLERY'] === 'all'

/** The other themes are sampled with what a theme can change, in a file of their own. */
const LOOKS = IS_WHOLE ? ['default', 'compact', 'soft', 'contrast'] : ['default']

const LIGHTS: readonly Light[] = LOOKS.flatMap((look) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['ltr', 'rtl'] as const).flatMap((direction) =>
      [320, 1280].map((width) => ({ width, locale: 'en', look, theme, direction })),
    ),
  ),
)

/** Landmarks are the page's affair: a story is a part of one. */
async function violations(page: HTMLElement): Promise<string[]> {
  const { violations: found } = await axe.run(page, {
    resultTypes: ['violations'],
    iframes: false,
    rules: { region: { enabled: false } },
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe('every story', () => {
  it.each(LIGHTS.map((light, turn) => ({ ...light, turn })))(
    'A11Y-01: axe finds nothing wrong, $look, $theme, $direction, $width px',
    { timeout: 300_000 },
    async ({ turn, ...light }) => {
      const shown = EXHIBITS.filter((_, index) => IS_WHOLE || index % LIGHTS.length === turn)
      expect(shown.length).toBeGreaterThan(10)
      expect(await findingsIn(shown, light, violations)).toEqual({})
    },
  )

  it('A11Y-01: axe would find a faint word, in the light as in the dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const page = await show(EXHIBITS[0] as Exhibit, {
        width: 320,
        locale: 'en',
        theme,
        direction: 'ltr',
      })
      const surface = page.querySelector('[data-gatewright]')
      surface?.insertAdjacentHTML('beforeend', '<p style="color: var(--gw-divider)">Faint</p>')
      expect(await violations(page)).toEqual([expect.stringMatching(/^color-contrast: <p/)])
    }
  })
})
