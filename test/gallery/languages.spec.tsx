import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/i18n/check-copy.js'
import type { PartialCopy } from '../../src/i18n/resources.js'
import { EXHIBITS, show, type Exhibit, type Light } from './stories.js'
import { cutOff, untranslated } from './words.js'

/** Words of the apps around the drop-ins, which those apps translate. */
const OF_THE_APPS = [
  'Email',
  'Letter',
  'LetterLook for new mail',
  'I agree to the terms of use',
  'I am a person',
  'OrdersOrder teaOrder tea and cake',
]

const LOCALES = import.meta.glob<object>('../../locales/*.json', { eager: true, import: 'default' })

const IS_WHOLE = import.meta.env['GALLERY'] === 'all'

const KIT = EXHIBITS.filter(({ shelf }) => shelf === 'views' || shelf === 'flows')

/** What a look at every screen of the kit finds, by screen. */
async function findings(light: Partial<Light>, look: (page: HTMLElement) => string[]) {
  const found: Record<string, string[]> = {}
  const shown = { width: 320, locale: 'en', theme: 'light', direction: 'auto', ...light } as const
  for (const exhibit of KIT) {
    const faults = look(await show(exhibit, shown))
    if (faults.length > 0) found[exhibit.id] = faults
  }
  return found
}

/** A language that says everything in the longest way in which any language of letters says it. */
function longest(): PartialCopy {
  const copy: Record<string, unknown> = {}
  for (const [file, locale] of Object.entries(LOCALES)) {
    if (/\/(ja|ko|th|zh)/.test(file)) continue
    for (const [key, text] of sentencesOf(locale)) keepLonger(copy, key.split('.'), String(text))
  }
  return copy
}

function keepLonger(copy: Record<string, unknown>, [name = '', ...rest]: string[], text: string) {
  if (rest.length === 0) {
    const known = copy[name]
    if (typeof known !== 'string' || known.length < text.length) copy[name] = text
  } else {
    copy[name] ??= {}
    keepLonger(copy[name] as Record<string, unknown>, rest, text)
  }
}

describe('every screen at 320 px', () => {
  it('I18N-01, I18N-20, I18N-21, I18N-22: takes every word from the catalogue, as a whole sentence, and cuts none off', async () => {
    const found = await findings({ locale: 'en-XA' }, (page) => [
      ...untranslated(page).filter((words) => !OF_THE_APPS.includes(words)),
      ...cutOff(page),
    ])
    expect(found).toEqual({})
  })

  it('I18N-20, I18N-21: cuts nothing off that is written from right to left', async () => {
    expect(await findings({ locale: 'ar-XB' }, cutOff)).toEqual({})
  })

  it.each(IS_WHOLE ? (['ltr', 'rtl'] as const) : (['ltr'] as const))(
    'I18N-21: cuts nothing off of the longest translations, %s',
    async (direction) => {
      expect(await findings({ direction, copy: { en: longest() } }, cutOff)).toEqual({})
    },
  )
})

describe('the look for faults', () => {
  const exhibit = KIT[0] as Exhibit

  it('finds a word that is not translated, and one that is cut off', async () => {
    const page = await show(exhibit, {
      width: 320,
      locale: 'en-XA',
      theme: 'light',
      direction: 'auto',
    })
    const surface = page.querySelector('[data-gatewright]')
    surface?.insertAdjacentHTML(
      'beforeend',
      '<button aria-label="Hello" style="inline-size: 400px">[Ĥéļļö] you</button>',
    )
    expect(untranslated(page)).toEqual([expect.stringContaining('you'), 'Hello'])
    expect(cutOff(page)).toContainEqual('BUTTON "[Ĥéļļö] you"')
  })
})
