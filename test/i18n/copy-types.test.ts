import { describe, expect, expectTypeOf, it } from 'vitest'
import type { CopyKey, CopyOverrides, LanguageCopy } from '../../src/i18n/resources.js'
import { createTranslator } from '../../src/i18n/translator.js'
import de from '../../locales/de.json' with { type: 'json' }

describe('typed copy', () => {
  it('I18N-25: takes known keys only', () => {
    const copy: CopyOverrides = {
      en: {
        codes: { invalid_credentials: { text: 'No match.' } },
        // @ts-expect-error the part is called `actions`
        action: { signIn: 'Go' },
      },
    }
    const misspelt: CopyOverrides = {
      // @ts-expect-error the code is called `invalid_credentials`
      en: { codes: { invalid_credential: { text: 'No match.' } } },
    }
    const wrongVariant: CopyOverrides = {
      // @ts-expect-error this code has no countdown
      en: { codes: { invalid_credentials: { countdown: 'No match.' } } },
    }
    const wrongType: CopyOverrides = {
      // @ts-expect-error a sentence is a string
      en: { actions: { signIn: 1 } },
    }
    expect(createTranslator('en', { copy }).t('codes.invalid_credentials.text')).toBe('No match.')
    for (const other of [misspelt, wrongVariant]) {
      expect(createTranslator('en', { copy: other }).t('actions.signIn')).toBe('Sign in')
    }
    expect(wrongType).toBeDefined()
  })

  it('I18N-25: knows every key, without plural endings', () => {
    expectTypeOf<'codes.account_locked.countdown'>().toExtend<CopyKey>()
    expectTypeOf<'counts.attemptsLeft'>().toExtend<CopyKey>()
    expectTypeOf<'counts.attemptsLeft_one'>().not.toExtend<CopyKey>()
    expectTypeOf<'codes.account_locked'>().not.toExtend<CopyKey>()
    expectTypeOf<string>().not.toExtend<CopyKey>()
    expectTypeOf(de).toExtend<LanguageCopy>()
    expect(createTranslator().t('counts.attemptsLeft', { count: 2 })).toBe('2 attempts left.')
  })
})
