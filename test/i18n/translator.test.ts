import i18next, { createInstance } from 'i18next'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTranslator, loadTranslator } from '../../src/i18n/translator.js'

const LOCKED = 'codes.account_locked.countdown'

describe('a translator of its own', () => {
  it('speaks English at once and German once it has been fetched', async () => {
    const { language, t } = await loadTranslator('de-AT')
    expect(language).toBe('de')
    expect(t(LOCKED, { seconds: 65 })).toBe(
      'Zu viele Fehlversuche. Nächster Versuch möglich in: 1 Minute, 5 Sekunden.',
    )
    expect(createTranslator('en').t('actions.signIn')).toBe('Sign in')
  })

  it('I18N-14: gives English for a language it does not have', async () => {
    const { language, direction, t } = await loadTranslator('xx-Unknown')
    expect([language, direction, t('actions.signIn')]).toEqual(['en', 'ltr', 'Sign in'])
  })

  it('I18N-14: gives a configured language before English', async () => {
    const { language, t } = await loadTranslator('rm', { fallback: ['de'] })
    expect([language, t('actions.signIn')]).toEqual(['de', 'Anmelden'])
  })

  it('I18N-17: leaves the global i18next alone', () => {
    createTranslator('de').t('actions.signIn')
    expect(i18next.isInitialized).toBeFalsy()
    expect(i18next.language).toBeUndefined()
  })

  it.each([
    ['en', '0', 'Fix 0 problems to continue.'],
    ['en', '1', 'Fix 1 problem to continue.'],
    ['en', '2', 'Fix 2 problems to continue.'],
    ['en', '1.5', 'Fix 1.5 problems to continue.'],
    ['en', '1000000', 'Fix 1,000,000 problems to continue.'],
    ['de', '0', 'Beheben Sie 0 Probleme, um fortzufahren.'],
    ['de', '1', 'Beheben Sie 1 Problem, um fortzufahren.'],
    ['de', '1.5', 'Beheben Sie 1,5 Probleme, um fortzufahren.'],
    ['de', '1000000', 'Beheben Sie 1.000.000 Probleme, um fortzufahren.'],
  ])('I18N-06: counts in %s: %s', async (language, count, sentence) => {
    const { t } = await loadTranslator(language)
    expect(t('counts.problems', { count: Number(count) })).toBe(sentence)
  })

  it('I18N-06: renders every count in every language', async () => {
    for (const language of ['en', 'de']) {
      const { t } = await loadTranslator(language)
      for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 1.5, 1_000_000]) {
        for (const key of ['problems', 'attemptsLeft', 'backupCodesLeft'] as const) {
          const number = new Intl.NumberFormat(language).format(count)
          expect(t(`counts.${key}`, { count })).toContain(number)
        }
      }
    }
  })

  it('I18N-08: writes numbers in the digits of the language', () => {
    const copy = { fa: { fields: { too_short: { min: 'دست کم {{min}} نویسه' } } } }
    expect(createTranslator('fa', { copy }).t('fields.too_short.min', { min: 12 })).toBe(
      'دست کم ۱۲ نویسه',
    )
  })

  it('I18N-09: isolates words inserted into a sentence written from right to left', () => {
    const copy = { ar: { actions: { signInWith: 'المتابعة باستخدام {{provider}}' } } }
    const { t, direction } = createTranslator('ar', { copy })
    expect(direction).toBe('rtl')
    expect(t('actions.signInWith', { provider: 'Google' })).toContain('\u2068Google\u2069')
  })

  it('says which key is wrong', () => {
    const { t } = createTranslator()
    expect(() => t('codes.nonsense.text' as 'actions.signIn')).toThrow(
      'Gatewright: no copy is called "codes.nonsense.text"',
    )
  })
})

describe('words that are not ours', () => {
  it('SEC-45, I18N-19: stay as they are, whatever they look like', () => {
    const { t } = createTranslator()
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme-ascii' }),
          fc.constantFrom(
            '$t(actions.signIn)',
            '{{provider}}',
            '{{- provider}}',
            '<b>&amp;</b>',
            'a.b:c',
            '__proto__',
            '$t(actions.signIn, {"count": 1})',
          ),
        ),
        (provider) => {
          expect(t('actions.signInWith', { provider })).toBe(`Continue with ${provider}`)
        },
      ),
    )
  })
})

describe("the app's own sentences", () => {
  const copy = {
    en: { codes: { invalid_credentials: { text: 'That did not match. Try again.' } } },
    de: { actions: { signIn: 'Einloggen' } },
  }

  it('come first, in their own language only', async () => {
    const english = createTranslator('en', { copy })
    const german = await loadTranslator('de', { copy })
    expect(english.t('codes.invalid_credentials.text')).toBe('That did not match. Try again.')
    expect(german.t('codes.invalid_credentials.text')).toBe(
      'E-Mail-Adresse oder Passwort ist nicht korrekt.',
    )
    expect(german.t('actions.signIn')).toBe('Einloggen')
    expect(german.t('actions.back')).toBe('Zurück')
  })

  it('do not leak into other translators', () => {
    createTranslator('en', { copy })
    expect(createTranslator('en').t('codes.invalid_credentials.text')).toBe(
      'The email or password is incorrect.',
    )
  })

  it('I18N-25: may use plural forms that English does not have', () => {
    const polish = {
      pl: {
        counts: {
          attemptsLeft_one: 'Została {{count}} próba.',
          attemptsLeft_few: 'Zostały {{count}} próby.',
          attemptsLeft_many: 'Zostało {{count}} prób.',
          attemptsLeft_other: 'Zostało {{count}} próby.',
        },
      },
    }
    const { t } = createTranslator('pl', { copy: polish })
    expect([1, 3, 5].map((count) => t('counts.attemptsLeft', { count }))).toEqual([
      'Została 1 próba.',
      'Zostały 3 próby.',
      'Zostało 5 prób.',
    ])
  })
})

describe("the app's own i18next instance", () => {
  async function appInstance() {
    const i18n = createInstance()
    await i18n.init({
      lng: 'fr',
      fallbackLng: false,
      keySeparator: false,
      resources: {
        fr: {
          translation: { 'actions.signIn': 'wrong namespace' },
          gatewright: {
            actions: { signIn: 'Se connecter', signInWith: 'Continuer avec {{provider}}' },
          },
        },
      },
    })
    return i18n
  }

  it('I18N-17: gives its texts of the namespace, and the kit fills the gaps', async () => {
    const i18n = await appInstance()
    const { t, language } = createTranslator('fr-CA', { i18n })
    expect(language).toBe('fr')
    expect(t('actions.signIn')).toBe('Se connecter')
    expect(t('actions.signInWith', { provider: 'L’App $t(x)' })).toBe('Continuer avec L’App $t(x)')
    expect(t('actions.back')).toBe('Back')
  })

  it('I18N-17: is never written to', async () => {
    const i18n = await appInstance()
    const before = JSON.stringify([i18n.store.data, i18n.options.ns, i18n.language])
    createTranslator('fr', { i18n, copy: { fr: { actions: { back: 'Retour' } } } }).t(
      'actions.back',
    )
    await loadTranslator('de', { i18n })
    expect(JSON.stringify([i18n.store.data, i18n.options.ns, i18n.language])).toBe(before)
  })
})

describe('a plain translate function', () => {
  it('I18N-17: is asked first, and passed over where it has nothing', () => {
    const translate = (key: string, values: object, language: string) =>
      key === 'actions.signIn' ? `${language}: ${JSON.stringify(values)}` : `auth.${key}`
    const { t } = createTranslator('en', { translate })
    expect(t('actions.signIn')).toBe('en: {}')
    expect(t('actions.back')).toBe('Back')
  })

  it('SEC-50: cannot take the form down', () => {
    const translate = () => {
      throw new Error('not ready')
    }
    expect(createTranslator('en', { translate }).t('actions.signIn')).toBe('Sign in')
  })
})
