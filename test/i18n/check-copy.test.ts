import { describe, expect, it } from 'vitest'
import { checkCopy } from '../../src/i18n/check-copy.js'
import { ENGLISH } from '../../src/i18n/resources.js'

const overrides = (tag: string, copy: unknown) => checkCopy(tag, copy, { whole: false })
const names = (faults: ReturnType<typeof checkCopy>) =>
  faults.map(({ fault, key }) => `${fault} ${key}`)

describe('a copy that is checked', () => {
  it('is clean where it is English', () => {
    expect(checkCopy('en', ENGLISH, { whole: true })).toEqual([])
    expect(checkCopy('en-GB', ENGLISH, { whole: true })).toEqual([])
  })

  it('I18N-02: lacks a sentence, or has one that nobody asks for', () => {
    const { support, ...rest } = ENGLISH
    const given = { ...rest, support: { contact: support.contact, slogan: 'Hello' } }
    expect(names(checkCopy('en', given, { whole: true }))).toEqual([
      'extra support.slogan',
      'missing support.reference',
      'missing support.copyReference',
      'missing support.copied',
    ])
    expect(names(overrides('en', given))).toEqual(['extra support.slogan'])
  })

  it('I18N-03: has other placeholders than English', () => {
    const copy = {
      codes: { account_locked: { countdown: 'Bitte warten.' } },
      actions: { signInWith: 'Weiter mit {{ anbieter }}' },
    }
    expect(overrides('de', copy)).toEqual([
      {
        key: 'codes.account_locked.countdown',
        fault: 'placeholders',
        detail: 'has no placeholder, English has {{duration}}',
      },
      {
        key: 'actions.signInWith',
        fault: 'placeholders',
        detail: 'has {{anbieter}}, English has {{provider}}',
      },
    ])
  })

  it('I18N-04: has the plural forms of its own language', () => {
    const both = { counts: { attemptsLeft_one: '{{count}}', attemptsLeft_other: '{{count}}' } }
    expect(names(overrides('de', both))).toEqual([])
    expect(names(overrides('ja', both))).toEqual(['plural counts.attemptsLeft_one'])
    expect(names(overrides('pl', both))).toEqual([
      'plural counts.attemptsLeft_few',
      'plural counts.attemptsLeft_many',
    ])
  })

  it('may say a number in a word where the form stands for that number alone', () => {
    const forms = (count: string) => ({
      counts: {
        attemptsLeft_two: 'ניסיונות',
        attemptsLeft_one: count,
        attemptsLeft_other: '{{count}}',
      },
    })
    expect(names(overrides('he', forms('ניסיון אחד')))).toEqual([])
    const russian = { attemptsLeft_one: 'одна попытка' }
    expect(names(overrides('ru', { counts: russian }))[0]).toBe(
      'placeholders counts.attemptsLeft_one',
    )
  })

  it('has texts only, and none that is empty', () => {
    const copy = { actions: { signIn: ' ', signUp: 4, back: null, close: ['x'] } }
    expect(names(overrides('en', copy))).toEqual([
      'empty actions.signIn',
      'not_text actions.signUp',
      'not_text actions.back',
      'not_text actions.close',
    ])
    expect(names(overrides('en', { actions: 'Go' }))).toEqual(['extra actions'])
  })

  it('belongs to a language', () => {
    expect(() => overrides('not a tag', {})).toThrow(RangeError)
  })
})
