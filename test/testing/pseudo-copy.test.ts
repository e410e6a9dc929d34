import { describe, expect, it } from 'vitest'
import { checkCopy, sentencesOf } from '../../src/i18n/check-copy.js'
import { ENGLISH } from '../../src/i18n/resources.js'
import { createTranslator } from '../../src/i18n/translator.js'
import { pseudoCopy } from '../../src/testing/index.js'

const accented = pseudoCopy('en-XA')
const mirrored = pseudoCopy('ar-XB')

describe('the pseudo-locales', () => {
  it('I18N-20: are whole, with every placeholder and plural form', () => {
    expect(checkCopy('en-XA', accented, { whole: true })).toEqual([])
    expect(checkCopy('ar-XB', mirrored, { whole: true })).toEqual([])
  })

  it('I18N-20: accent every letter, stand in brackets and are 40 % longer', () => {
    const english = sentencesOf(ENGLISH)
    for (const [key, text] of sentencesOf(accented)) {
      const outside = String(text).replace(/\{\{[^}]*\}\}/g, '')
      expect(outside, key).toMatch(/^\[[^a-z]*\]$/i)
      const length = String(english.get(key)).length
      expect(String(text).length, key).toBeGreaterThanOrEqual(Math.floor(length * 1.4))
    }
  })

  it('I18N-20: write every word from right to left', () => {
    for (const [key, text] of sentencesOf(mirrored)) {
      const rest = String(text).replace(/\{\{[^}]*\}\}|\u202E[^\u202C]*\u202C/g, '')
      expect(rest.trim(), key).toBe('')
    }
    expect(createTranslator('ar-XB', { copy: { 'ar-XB': mirrored } }).direction).toBe('rtl')
  })

  it('I18N-20: speak as any language does', () => {
    const { t } = createTranslator('en-XA', { copy: { 'en-XA': accented } })
    expect(t('actions.signIn')).toBe('[Šîğñ îñ ļöŕ]')
    expect(t('counts.attemptsLeft', { count: 2 })).toMatch(/^\[2 àţţéɱþţš ļéƒţ\. /)
  })
})
