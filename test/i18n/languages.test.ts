import { describe, expect, it } from 'vitest'
import { directionOf, fallbackChain, isolated } from '../../src/i18n/languages.js'

/** A wanted tag and, in order, tags among which its text is looked for. */
const CHAINS: readonly (readonly [string, ...string[]])[] = [
  ['en', 'en'],
  ['en-US', 'en-US', 'en'],
  ['en_gb', 'en-GB', 'en'],
  ['de', 'de', 'en'],
  ['de-AT', 'de-AT', 'de', 'en'],
  ['de-CH-1996', 'de-CH-1996', 'de', 'en'],
  ['fr-CA', 'fr-CA', 'fr', 'en'],
  ['es', 'es', 'en'],
  ['es-ES', 'es-ES', 'es', 'en'],
  ['es-MX', 'es-MX', 'es-419', 'es', 'en'],
  ['es-AR', 'es-AR', 'es-419', 'es', 'en'],
  ['es-US', 'es-US', 'es-419', 'es', 'en'],
  ['es-419', 'es-419', 'es', 'en'],
  ['pt', 'pt', 'pt-BR', 'en'],
  ['pt-BR', 'pt-BR', 'pt', 'en'],
  ['pt-PT', 'pt-PT', 'pt', 'en'],
  ['pt-AO', 'pt-AO', 'pt-PT', 'pt', 'en'],
  ['pt-MZ', 'pt-MZ', 'pt-PT', 'pt', 'en'],
  ['zh', 'zh', 'zh-Hans', 'en'],
  ['zh-CN', 'zh-CN', 'zh-Hans', 'zh', 'en'],
  ['zh-SG', 'zh-SG', 'zh-Hans', 'zh', 'en'],
  ['zh-TW', 'zh-TW', 'zh-Hant-TW', 'zh-Hant', 'en'],
  ['zh-HK', 'zh-HK', 'zh-Hant', 'en'],
  ['zh-MO', 'zh-MO', 'zh-Hant', 'en'],
  ['zh-Hant', 'zh-Hant', 'en'],
  ['zh-Hans-HK', 'zh-Hans-HK', 'zh-Hans', 'zh', 'en'],
  ['nb', 'nb', 'no', 'en'],
  ['nb-NO', 'nb-NO', 'no-NO', 'nb', 'no', 'en'],
  ['nn', 'nn', 'no', 'en'],
  ['no', 'no', 'nb', 'en'],
  ['he', 'he', 'iw', 'en'],
  ['iw', 'he', 'iw', 'en'],
  ['he-IL', 'he-IL', 'iw-IL', 'he', 'iw', 'en'],
  ['id', 'id', 'in', 'en'],
  ['in', 'id', 'in', 'en'],
  ['fil', 'fil', 'tl', 'en'],
  ['tl', 'fil', 'tl', 'en'],
  ['sr', 'sr', 'en'],
  ['sr-Cyrl-RS', 'sr-Cyrl-RS', 'sr', 'en'],
  ['sr-Latn-RS', 'sr-Latn-RS', 'sr-Latn', 'en'],
  ['sr-ME', 'sr-ME', 'sr-Latn', 'en'],
  ['az-Arab', 'az-Arab', 'en'],
  ['uz-Cyrl-UZ', 'uz-Cyrl-UZ', 'uz-Cyrl', 'en'],
  ['pa-PK', 'pa-PK', 'pa-Arab', 'en'],
  ['pa-IN', 'pa-IN', 'pa', 'en'],
  ['ar-EG', 'ar-EG', 'ar', 'en'],
  ['fa-AF', 'fa-AF', 'fa', 'en'],
  ['ur-IN', 'ur-IN', 'ur', 'en'],
  ['hi-IN', 'hi-IN', 'hi', 'en'],
  ['ja-JP', 'ja-JP', 'ja', 'en'],
  ['ko-KR', 'ko-KR', 'ko', 'en'],
  ['tr-CY', 'tr-CY', 'tr', 'en'],
  ['nl-BE', 'nl-BE', 'nl', 'en'],
  ['it-CH', 'it-CH', 'it', 'en'],
  ['ms-MY', 'ms-MY', 'ms', 'en'],
  ['bn-IN', 'bn-IN', 'bn', 'en'],
  ['uk-UA', 'uk-UA', 'uk', 'en'],
  ['el-GR', 'el-GR', 'el', 'en'],
  ['', 'en'],
  ['not a language', 'en'],
  ['x!!', 'en'],
  ['__proto__', 'en'],
]

describe('fallback', () => {
  it.each(CHAINS)('I18N-14: %s', (wanted, ...steps) => {
    const chain = fallbackChain(wanted)
    expect(chain.filter((tag) => steps.includes(tag))).toEqual(steps)
  })

  it('I18N-14: never gives one script for another', () => {
    expect(fallbackChain('zh-TW')).not.toContain('zh-Hans')
    expect(fallbackChain('zh-TW')).not.toContain('zh')
    expect(fallbackChain('sr-Latn-RS')).not.toContain('sr')
    expect(fallbackChain('az-Arab')).not.toContain('az')
  })

  it('I18N-14: tries the configured languages before English', () => {
    expect(fallbackChain('rm', ['de-CH'])).toEqual([
      'rm',
      'rm-Latn',
      'de-CH',
      'de-Latn-CH',
      'de-Latn',
      'de',
      'en',
    ])
  })
})

describe('direction', () => {
  it('I18N-12: follows the script of the language', () => {
    const rtl = [
      'ar',
      'ar-EG',
      'he',
      'iw',
      'fa',
      'ur',
      'ps',
      'ckb',
      'dv',
      'yi',
      'pa-PK',
      'az-Arab',
      'ug',
    ]
    const ltr = ['en', 'de', 'tr', 'zh-TW', 'ja', 'hi', 'pa', 'az', 'ar-Latn', 'nonsense!', '']
    expect(rtl.map(directionOf)).toEqual(rtl.map(() => 'rtl'))
    expect(ltr.map(directionOf)).toEqual(ltr.map(() => 'ltr'))
  })

  it('I18N-09: keeps words of another direction from reordering a sentence', () => {
    expect(isolated('ada@example.com', 'en')).toBe('ada@example.com')
    expect(isolated('ada@example.com', 'ar')).toBe('\u2068ada@example.com\u2069')
    expect(isolated('جوجل', 'en')).toBe('\u2068جوجل\u2069')
  })
})
