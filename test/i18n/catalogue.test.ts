import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, rowOf, type AuthCode } from '../../src/errors/catalogue.js'
import { checkCopy, sentencesOf } from '../../src/i18n/check-copy.js'
import { SHIPPED_LANGUAGES } from '../../src/i18n/resources.js'
import recommended from './recommended-copy.json' with { type: 'json' }
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'

type Sentences = Map<string, string>

const FOLDER = new URL('../../locales/', import.meta.url)
const COPIES = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as object,
    ]),
)
const LANGUAGES = new Map(
  [...COPIES].map(([tag, copy]): [string, Sentences] => [
    tag,
    sentencesOf(copy) as Map<string, string>,
  ]),
)
const ENGLISH = LANGUAGES.get('en')!
const OTHERS = [...LANGUAGES].filter(([tag]) => tag !== 'en')

const withoutForm = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')

/** 40 languages: by use on the web and by speakers, with every plural rule and script among them. */
const SHIPPED =
  'en es de ja fr pt-BR ru it zh-Hans ar tr pl nl ko zh-Hant fa id vi cs uk he hi sv hu ro el th da fi nb sk bg pt-PT hr sr ca bn ms ur fil'

const forms = (tag: string) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories

describe('the languages', () => {
  it('I18N-02: are forty, and those that the kit can load', () => {
    expect([...LANGUAGES.keys()].toSorted()).toEqual(SHIPPED.split(' ').toSorted())
    expect([...SHIPPED_LANGUAGES].toSorted()).toEqual(SHIPPED.split(' ').toSorted())
  })

  it.each([...COPIES])(
    'I18N-02, I18N-03, I18N-04: %s has each sentence, placeholder and plural form, and no other',
    (tag, copy) => {
      expect(checkCopy(tag, copy, { whole: true })).toEqual([])
    },
  )

  it.each(OTHERS)('%s keeps the order of the English file', (_, sentences) => {
    const order = (copy: Sentences) => [...new Set([...copy.keys()].map(withoutForm))]
    expect(order(sentences)).toEqual(order(ENGLISH))
  })

  it('I18N-04, I18N-05: have 96 forms of each countable sentence', () => {
    const endings = (tag: string) =>
      [...LANGUAGES.get(tag)!.keys()]
        .filter((key) => key.startsWith('counts.problems_'))
        .map((key) => key.replace('counts.problems_', ''))
    const all = [...LANGUAGES.keys()].map((tag) => [tag, endings(tag)] as const)
    for (const [tag, found] of all) expect(found.toSorted(), tag).toEqual(forms(tag).toSorted())
    expect(all.flatMap(([, found]) => found)).toHaveLength(96)
    for (const tag of ['es', 'fr', 'it', 'pt-BR', 'pt-PT', 'ca']) {
      expect(endings(tag), tag).toContain('many')
    }
    expect(endings('ar')).toHaveLength(6)
    expect(endings('he')).toContain('two')
  })

  it.each([...LANGUAGES])(
    'I18N-18: %s has no markup, no empty sentence and no stray space',
    (_, sentences) => {
      for (const [key, sentence] of sentences) {
        expect(sentence, key).not.toMatch(/[<>]|&\w+;|\$t\(|^\s|\s$|[ \t]{2}|\n|^$/)
      }
    },
  )

  it.each([...LANGUAGES])(
    'I18N-09: %s leaves the isolation of values to the kit',
    (_, sentences) => {
      for (const [key, sentence] of sentences) {
        expect(sentence, key).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/)
      }
    },
  )

  it.each([...COPIES])('I18N-16: %s is at most 12 KB gzipped', (_, copy) => {
    expect(gzipSync(JSON.stringify(copy)).length).toBeLessThanOrEqual(12_288)
  })
})

describe('the copy of the codes', () => {
  const codes = Object.keys(CATALOGUE) as AuthCode[]
  const wanted = new Set(codes.flatMap((code) => rowOf(code).copy ?? []))

  it('has a sentence for each row and no other', () => {
    const keys = [...ENGLISH.keys()].filter((key) => key.startsWith('codes.'))
    expect(new Set(keys.map((key) => key.split('.')[1]))).toEqual(wanted)
    for (const copy of wanted) expect(ENGLISH.has(`codes.${copy}.text`), copy).toBe(true)
  })

  it("is the recommended copy of IntelliAuth's error index, word for word", () => {
    for (const [code, sentence] of Object.entries(recommended)) {
      expect(ENGLISH.get(`codes.${rowOf(code as AuthCode).copy}.text`), code).toBe(sentence)
    }
  })

  it('has a heading for every kind of state', () => {
    for (const kind of Object.keys(STATE_FACTS))
      expect(ENGLISH.has(`titles.${kind}`), kind).toBe(true)
  })

  it('I18N-22: keeps the time inside of the sentence', () => {
    for (const [key, sentence] of ENGLISH) {
      if (!/\.(countdown|about)$/.test(key)) continue
      expect(sentence, key).toMatch(/^[A-Z].*\{\{duration\}\}\.$/)
    }
  })

  it('I18N-22: starts every sentence like a sentence and ends it like one', () => {
    const fragments = [...ENGLISH].filter(
      ([key, text]) =>
        /^(codes|fields|mfa|texts|counts)\./.test(key) &&
        !/^([A-Z]|\{\{).*[.?]$/s.test(text) &&
        !['mfa.backupCodesSaved', 'texts.signedInAs'].includes(key),
    )
    expect(fragments).toEqual([])
  })
})

describe('English style', () => {
  const MESSAGES = [...ENGLISH].filter(([key]) => /^(codes|fields|texts|mfa)\./.test(key))

  it('UX-14: never begs, blames or scolds', () => {
    for (const [key, sentence] of ENGLISH) {
      expect(sentence, key).not.toMatch(/\b(please|sorry|oops|invalid|illegal|forbidden)\b/i)
    }
  })

  it('UX-14: takes at most two sentences', () => {
    for (const [key, sentence] of MESSAGES) {
      expect(sentence.split(/[.?!](?:\s|$)/).filter(Boolean).length, key).toBeLessThanOrEqual(2)
    }
  })

  it('UX-14: shows no code and no number of one', () => {
    for (const [key, sentence] of MESSAGES) {
      expect(sentence, key).not.toMatch(/\b[45]\d\d\b|\w_\w|\b[A-Z]{4,}\b/)
    }
  })

  it('UX-14: writes in sentence case', () => {
    for (const [key, sentence] of ENGLISH) {
      const later = sentence.split(/(?<=[.?:!])\s+/).flatMap((part) => part.split(' ').slice(1))
      const capitals = later.filter((word) => /^[A-Z][a-z]/.test(word))
      expect(capitals, key).toEqual(sentence.includes('Caps Lock') ? ['Lock'] : [])
    }
  })

  it('UX-14: uses straight apostrophes and quotes', () => {
    for (const [key, sentence] of ENGLISH) expect(sentence, key).not.toMatch(/[‘’“”…–—]/)
  })
})
