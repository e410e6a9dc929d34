import { ENGLISH } from './resources.js'

/** What is wrong with one sentence of a language. */
export interface CopyFault {
  /** The dotted path, such as `codes.account_locked.text`. */
  key: string
  fault: 'missing' | 'extra' | 'not_text' | 'empty' | 'placeholders' | 'plural'
  /** What was found and what should be there. */
  detail: string
}

export interface CheckCopyOptions {
  /** The copy stands alone and has to have every sentence; otherwise it only overrides some. */
  whole: boolean
}

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
const PLURAL_ENDING = new RegExp(`_(${CATEGORIES.join('|')})$`)

/**
 * Compares the copy of a language with the English copy: keys, placeholders, and the plural forms that
 * `Intl.PluralRules` asks for. An empty list is a clean copy.
 *
 * @param tag BCP 47 tag of the language
 * @throws {RangeError} for a tag that is none
 */
export function checkCopy(tag: string, copy: unknown, { whole }: CheckCopyOptions): CopyFault[] {
  const rules = new Intl.PluralRules(tag)
  const english = sentencesOf(ENGLISH)
  const given = sentencesOf(copy)
  const wanted = wantedOf(english, rules.resolvedOptions().pluralCategories)
  return [
    ...[...given].flatMap(([key, text]) => faultOf(key, text, wanted, rules)),
    ...absent(wanted, given, whole),
  ]
}

/** Every sentence of a copy by its dotted path. What is no text is kept, to be named. */
export function sentencesOf(copy: unknown, path = ''): Map<string, unknown> {
  if (typeof copy !== 'object' || copy === null || Array.isArray(copy)) {
    return new Map([[path, copy]])
  }
  const parts = Object.entries(copy)
  return new Map(
    parts.flatMap(([name, part]) => [...sentencesOf(part, path === '' ? name : `${path}.${name}`)]),
  )
}

/** The keys a language has, each with the English sentence it stands for. */
function wantedOf(
  english: ReadonlyMap<string, unknown>,
  categories: readonly string[],
): Map<string, string> {
  const wanted = new Map<string, string>()
  for (const [key, text] of english) {
    const base = key.replace(PLURAL_ENDING, '')
    const keys = base === key ? [key] : categories.map((category) => `${base}_${category}`)
    for (const each of keys) wanted.set(each, String(english.get(each) ?? text))
  }
  return wanted
}

function faultOf(
  key: string,
  text: unknown,
  wanted: ReadonlyMap<string, string>,
  rules: Intl.PluralRules,
): CopyFault[] {
  const english = wanted.get(key)
  if (english === undefined) return [unwanted(key, wanted, rules)]
  if (typeof text !== 'string') {
    return [
      { key, fault: 'not_text', detail: `${JSON.stringify(text) ?? String(text)} is no text` },
    ]
  }
  if (text.trim() === '') return [{ key, fault: 'empty', detail: `English: "${english}"` }]
  const names = placeholdersOf(english)
  const found = placeholdersOf(text)
  if (found.join() === names.join()) return []
  const spoken = names.filter((name) => name !== 'count').join()
  // "Two attempts left": where a form stands for one number only, the word may say it.
  if (found.join() === spoken && namesOneNumber(key, rules)) return []
  return [
    { key, fault: 'placeholders', detail: `has ${listed(found)}, English has ${listed(names)}` },
  ]
}

function unwanted(
  key: string,
  wanted: ReadonlyMap<string, string>,
  rules: Intl.PluralRules,
): CopyFault {
  const { locale, pluralCategories } = rules.resolvedOptions()
  const base = key.replace(PLURAL_ENDING, '')
  return base !== key && wanted.has(`${base}_other`)
    ? { key, fault: 'plural', detail: `${locale} has only ${pluralCategories.join(', ')}` }
    : { key, fault: 'extra', detail: 'the kit has no sentence of that name' }
}

function absent(
  wanted: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, unknown>,
  whole: boolean,
): CopyFault[] {
  const bases = new Set([...given.keys()].map((key) => key.replace(PLURAL_ENDING, '')))
  return [...wanted].flatMap(([key, english]): CopyFault[] => {
    if (given.has(key)) return []
    const base = key.replace(PLURAL_ENDING, '')
    const detail = `English: "${english}"`
    if (base !== key && bases.has(base)) return [{ key, fault: 'plural', detail }]
    return whole ? [{ key, fault: 'missing', detail }] : []
  })
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([\w-]+)[^}]*\}\}/g)].map(([, name = '']) => name).toSorted()
}

/** Whether a plural form is used for a single whole number, as Arabic's `two` is and Russian's `one` (1, 21, 31) is not. */
function namesOneNumber(key: string, rules: Intl.PluralRules): boolean {
  const category = PLURAL_ENDING.exec(key)?.[1]
  const numbers = Array.from({ length: 200 }, (_, number) => number)
  return numbers.filter((number) => rules.select(number) === category).length === 1
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'no placeholder' : names.map((name) => `{{${name}}}`).join(', ')
}
