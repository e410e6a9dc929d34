import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, rowOf, type AuthCode } from '../../src/errors/catalogue.js'
import { SHIPPED_LANGUAGES } from '../../src/i18n/resources.js'
import recommended from './recommended-copy.json' with { type: 'json' }
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'

type Sentences = Map<string, string>

const FOLDER = new URL('../../locales/', import.meta.url)
const LANGUAGES = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replace('.json', ''), read(file)]),
)
const ENGLISH = LANGUAGES.get('en')!
const OTHERS = [...LANGUAGES].filter(([tag]) => tag !== 'en')

function read(file: string): Sentences {
  return flatten(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')))
}

function flatten(node: unknown, path: string[] = []): Sentences {
  if (typeof node === 'string') return new Map([[path.join('.'), node]])
  const children = Object.entries(node as Record<string, unknown>)
  return new Map(children.flatMap(([key, child]) => [...flatten(child, [...path, key])]))
}

const isCountable = (key: string) => key.startsWith('counts.')
const placeholders = (sentence: string) => (sentence.match(/\{\{\w+\}\}/g) ?? []).toSorted()
const forms = (tag: string) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories

describe('the languages', () => {
  it('I18N-02: are those that the kit can load', () => {
    expect([...LANGUAGES.keys()].toSorted()).toEqual([...SHIPPED_LANGUAGES].toSorted())
  })

  it.each(OTHERS)('I18N-02: %s has exactly the English sentences', (_, sentences) => {
    const plain = (copy: Sentences) => [...copy.keys()].filter((key) => !isCountable(key))
    expect(plain(sentences)).toEqual(plain(ENGLISH))
  })

  it.each([...LANGUAGES])('I18N-04: %s has every plural form of its language', (tag, sentences) => {
    const bases = new Set(
      [...ENGLISH.keys()].filter(isCountable).map((key) => key.replace(/_\w+$/, '')),
    )
    const wanted = [...bases].flatMap((base) => forms(tag).map((form) => `${base}_${form}`))
    expect([...sentences.keys()].filter(isCountable).toSorted()).toEqual(wanted.toSorted())
  })

  it.each(OTHERS)('I18N-03: %s has the placeholders of each English sentence', (_, sentences) => {
    for (const [key, sentence] of sentences) {
      const source = ENGLISH.get(key) ?? ENGLISH.get(key.replace(/_\w+$/, '_other'))
      expect(placeholders(sentence), key).toEqual(placeholders(source!))
    }
  })

  it.each([...LANGUAGES])(
    'I18N-18: %s has no markup, no empty sentence and no stray space',
    (_, sentences) => {
      for (const [key, sentence] of sentences) {
        expect(sentence, key).not.toMatch(/[<>]|&\w+;|\$t\(|^\s|\s$|\s\s|^$/)
      }
    },
  )

  it.each(OTHERS)('%s repeats no English sentence by oversight', (_, sentences) => {
    const same = [...sentences].filter(([key, text]) => text === ENGLISH.get(key) && / /.test(text))
    expect(same.map(([, text]) => text)).toEqual(['{{label}} (optional)'])
  })

  it.each([...LANGUAGES.keys()])('I18N-16: %s is at most 12 KB gzipped', async (tag) => {
    const { gzipSync } = await import('node:zlib')
    expect(gzipSync(readFileSync(new URL(`${tag}.json`, FOLDER))).length).toBeLessThan(12_288)
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
