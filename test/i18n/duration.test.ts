import { readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { transformWithOxc } from 'vite'
import { describe, expect, it } from 'vitest'
import { chromiumLaunch } from '../../scripts/chromium.js'
import { formatDuration } from '../../src/i18n/duration.js'

const EXPECTED = {
  en: {
    0: '0 seconds',
    1: '1 second',
    60: '1 minute',
    65: '1 minute, 5 seconds',
    900: '15 minutes',
    3600: '1 hour',
    3661: '1 hour, 1 minute, 1 second',
    86_400: '1 day',
    180_000: '2 days, 2 hours',
  },
  de: {
    0: '0 Sekunden',
    1: '1 Sekunde',
    60: '1 Minute',
    65: '1 Minute, 5 Sekunden',
    900: '15 Minuten',
    3600: '1 Stunde',
    3661: '1 Stunde, 1 Minute und 1 Sekunde',
    86_400: '1 Tag',
    180_000: '2 Tage, 2 Stunden',
  },
}

/** Locales of every script, plural rule and digit set that the kit means to speak. */
const LOCALES =
  'en es de ja fr pt-BR ru it zh-Hans ar tr pl nl ko zh-Hant fa id vi cs uk he hi sv hu ro el th da fi nb sk bg pt-PT hr sr ca bn ms ur fil'
const AMOUNTS = [0, 1, 2, 3, 5, 11, 21, 60, 61, 100, 121, 3_600, 3_725, 86_399, 90_061, 1_000_000]

describe('a span of time in words', () => {
  it.each(Object.entries(EXPECTED))('I18N-07: reads naturally in %s', (language, spans) => {
    for (const [seconds, words] of Object.entries(spans)) {
      expect(formatDuration(Number(seconds), language)).toBe(words)
    }
  })

  it('is never shorter than the wait', () => {
    expect(formatDuration(0.2, 'en')).toBe('1 second')
    expect(formatDuration(59.001, 'en')).toBe('1 minute')
  })

  it('is nothing for what is no span', () => {
    for (const seconds of [-5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(formatDuration(seconds, 'en')).toBe('0 seconds')
    }
  })

  it('I18N-07: is the same in a browser with Intl.DurationFormat and in one without, in 40 languages', async () => {
    const file = new URL('../../src/i18n/duration.ts', import.meta.url)
    const { code } = await transformWithOxc(readFileSync(file, 'utf8'), 'duration.ts')
    const browser = await chromium.launch(chromiumLaunch())
    try {
      const page = await browser.newPage()
      await page.addScriptTag({
        type: 'module',
        content: `${code}\nwindow.format = formatDuration`,
      })
      const { native, fallback, used } = await page.evaluate(
        ({ locales, amounts }) => {
          const { format } = window as unknown as { format: typeof formatDuration }
          const all = () =>
            locales.map((locale) => amounts.map((amount) => `${locale}: ${format(amount, locale)}`))
          const used = 'DurationFormat' in Intl
          const native = all()
          Reflect.deleteProperty(Intl, 'DurationFormat')
          return { used, native, fallback: all() }
        },
        { locales: LOCALES.split(' '), amounts: AMOUNTS },
      )
      expect(used).toBe(true)
      expect(native).toHaveLength(40)
      expect(fallback).toEqual(native)
      expect(native.flat()).toContain('en: 1 minute, 1 second')
      expect(native.flat()).toContain('de: 1 Minute, 1 Sekunde')
    } finally {
      await browser.close()
    }
  })
})
