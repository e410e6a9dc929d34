import './fonts.css'
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { ADA, letPass, PASSWORD, sceneOf, type FlowPlay } from '../../stories/flow-scene.js'
import { EXHIBITS, show, type Exhibit, type Light } from './stories.js'

const PATIENCE = { timeout: 10_000 }
const SCREEN = { width: 320, height: 960, locale: 'en', theme: 'light', direction: 'auto' } as const

/** Languages with long words, with other scripts, and one from right to left. */
const LANGUAGES = ['ar', 'de', 'ja', 'hi', 'fi', 'zh-Hant', 'th']

/** The first story of each view. */
const VIEWS = [
  ...new Map(
    EXHIBITS.filter(({ shelf }) => shelf === 'views')
      .toReversed()
      .map((exhibit) => [exhibit.id.split('/')[1] ?? '', exhibit]),
  ),
].toSorted(([one], [other]) => (one < other ? -1 : 1))

const LIGHTS = [
  { theme: 'light', direction: 'ltr' },
  { theme: 'dark', direction: 'ltr' },
  { theme: 'light', direction: 'rtl' },
  { theme: 'dark', direction: 'rtl' },
] as const

/** In `npm test` each view in one of the lights, in turn. */
const PICTURES = VIEWS.flatMap(([view, exhibit], index) =>
  LIGHTS.filter((_, turn) => import.meta.env['GALLERY'] === 'all' || turn === index % 4).map(
    (light) => ({ view, exhibit, ...light }),
  ),
)

function exhibitOf(id: string): Exhibit {
  const exhibit = EXHIBITS.find((one) => one.id === id)
  if (exhibit) return exhibit
  throw new Error(`There is no story ${id}.`)
}

/** What leads to a screen, whatever its language. */
type Steps = (context: FlowPlay) => Promise<void>

const SCREENS: readonly { name: string; id: string; steps?: Steps }[] = [
  { name: 'sign-in', id: 'flows/sign-in/Calimatic' },
  { name: 'lockout', id: 'views/account-locked/TheServerNamesTheSeconds' },
  {
    name: 'mfa-enrolment',
    id: 'flows/mfa-enrolment/Calimatic',
    async steps({ loaded, userEvent }) {
      await act(() => sceneOf({ loaded }).client.signIn({ email: ADA.email, password: PASSWORD }))
      await vi.waitFor(() => expect(found('input')).toBeNull(), PATIENCE)
      await userEvent.click(await seen('[data-kind] button[type="submit"]'))
      await seen('[data-gw="qr"]')
    },
  },
  {
    name: 'step-up',
    id: 'flows/step-up/Asked',
    async steps({ loaded, canvas, userEvent }) {
      await canvas.findByRole('heading', { name: 'Orders' })
      letPass(sceneOf({ loaded }), 120)
      await userEvent.click(canvas.getByRole('button', { name: 'Order tea' }))
      await seen('dialog[open] input')
    },
  },
]

function found(selector: string): Element | null {
  return document.querySelector(selector)
}

function seen(selector: string): Promise<Element> {
  return vi.waitFor(() => {
    const element = found(selector)
    if (element) return element
    throw new Error(`There is no ${selector}.`)
  }, PATIENCE)
}

/** Compares what is on the screen with its reference; `npm run pictures` draws that anew. */
async function expectPicture(name: string): Promise<void> {
  await document.fonts.ready
  // Where the focus happens to be is not part of the picture.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  const subject = found('dialog[open]')
    ? document.body
    : (found('[data-gatewright]') ?? document.body)
  await expect.element(page.elementLocator(subject as HTMLElement)).toMatchScreenshot(name)
}

describe('the screens in other languages', () => {
  for (const locale of LANGUAGES) {
    it.each(SCREENS)(`I18N-21: ${locale}, $name`, async ({ name, id, steps }) => {
      await show(exhibitOf(id), { ...SCREEN, locale }, steps)
      await seen(`[data-gw][lang="${locale}"], [data-gatewright][lang="${locale}"]`)
      await expectPicture(`${locale}-${name}`)
    })
  }
})

describe('the views', () => {
  it.each(PICTURES)('$view, $theme, $direction', async ({ view, exhibit, theme, direction }) => {
    const light: Light = { ...SCREEN, theme, direction }
    await show(exhibit, light)
    await expectPicture(`${view}-${theme}-${direction}`)
  })
})
