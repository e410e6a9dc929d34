import english from './locales/en.js'

/** The English copy as a tree; every other language carries the same keys. */
export type Catalogue = typeof english

/** The plural forms that languages have (CLDR). */
type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

/** A leaf's key without its plural ending (i18next v4: `attemptsLeft_one`, `attemptsLeft_other`). */
type Singular<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

/** The dotted paths of a tree's sentences. */
type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Prefix}${Singular<K> & string}`
    : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

/** Every sentence of the kit by its dotted path, such as `codes.account_locked.countdown`. */
export type CopyKey = Leaves<Catalogue>

/** Further plural forms of a sentence, for languages with more than English has. */
type PluralForms<T> = {
  [K in keyof T as K extends `${infer Base}_other` ? `${Base}_${PluralCategory}` : never]?: string
}

/** One language's copy: complete for a shipped language. */
export type LanguageCopy<T = Catalogue> = {
  // Not every language has a form of its own for one.
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : LanguageCopy<T[K]>
} & PluralForms<T>

/** An app's own sentences for some keys of one language. An unknown key fails the type check. */
export type PartialCopy<T = Catalogue> = {
  [K in keyof T]?: T[K] extends string ? string : PartialCopy<T[K]>
} & PluralForms<T>

/** An app's own sentences, by BCP 47 language tag. */
export type CopyOverrides = Readonly<Record<string, PartialCopy>>

/** The English copy, always in memory. */
export const ENGLISH: Catalogue = english

type Loader = () => Promise<{ default: LanguageCopy }>

/** Shipped languages other than English; each is fetched once, when it is first wanted. */
const LOADERS = new Map<string, Loader>([
  ['ar', () => import('../../locales/ar.json')],
  ['bg', () => import('../../locales/bg.json')],
  ['bn', () => import('../../locales/bn.json')],
  ['ca', () => import('../../locales/ca.json')],
  ['cs', () => import('../../locales/cs.json')],
  ['da', () => import('../../locales/da.json')],
  ['de', () => import('../../locales/de.json')],
  ['el', () => import('../../locales/el.json')],
  ['es', () => import('../../locales/es.json')],
  ['fa', () => import('../../locales/fa.json')],
  ['fi', () => import('../../locales/fi.json')],
  ['fil', () => import('../../locales/fil.json')],
  ['fr', () => import('../../locales/fr.json')],
  ['he', () => import('../../locales/he.json')],
  ['hi', () => import('../../locales/hi.json')],
  ['hr', () => import('../../locales/hr.json')],
  ['hu', () => import('../../locales/hu.json')],
  ['id', () => import('../../locales/id.json')],
  ['it', () => import('../../locales/it.json')],
  ['ja', () => import('../../locales/ja.json')],
  ['ko', () => import('../../locales/ko.json')],
  ['ms', () => import('../../locales/ms.json')],
  ['nb', () => import('../../locales/nb.json')],
  ['nl', () => import('../../locales/nl.json')],
  ['pl', () => import('../../locales/pl.json')],
  ['pt-BR', () => import('../../locales/pt-BR.json')],
  ['pt-PT', () => import('../../locales/pt-PT.json')],
  ['ro', () => import('../../locales/ro.json')],
  ['ru', () => import('../../locales/ru.json')],
  ['sk', () => import('../../locales/sk.json')],
  ['sr', () => import('../../locales/sr.json')],
  ['sv', () => import('../../locales/sv.json')],
  ['th', () => import('../../locales/th.json')],
  ['tr', () => import('../../locales/tr.json')],
  ['uk', () => import('../../locales/uk.json')],
  ['ur', () => import('../../locales/ur.json')],
  ['vi', () => import('../../locales/vi.json')],
  ['zh-Hans', () => import('../../locales/zh-Hans.json')],
  ['zh-Hant', () => import('../../locales/zh-Hant.json')],
])

/** BCP 47 tags of the languages that the kit speaks, for an app's own choice of language. */
export const SHIPPED_LANGUAGES: readonly string[] = ['en', ...LOADERS.keys()]

let inMemory: ReadonlyMap<string, LanguageCopy> = new Map([['en', english]])
const loading = new Map<string, Promise<LanguageCopy | null>>()

/** The languages fetched so far and English; another map after each arrival. */
export function languagesInMemory(): ReadonlyMap<string, LanguageCopy> {
  return inMemory
}

/** Fetches a shipped language. Null when it is not shipped or cannot be fetched; the next call tries again. */
export function loadLanguage(tag: string): Promise<LanguageCopy | null> {
  const copy = inMemory.get(tag)
  if (copy) return Promise.resolve(copy)
  const under = loading.get(tag)
  if (under) return under
  const load = LOADERS.get(tag)
  if (!load) return Promise.resolve(null)
  const request = load()
    .then((module) => {
      inMemory = new Map([...inMemory, [tag, module.default]])
      return module.default
    })
    .catch(() => null)
    .finally(() => loading.delete(tag))
  loading.set(tag, request)
  return request
}

/** True for the dotted path of a sentence. */
export function hasCopy(path: string): path is CopyKey {
  let node: unknown = ENGLISH
  for (const part of path.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return false
    node = (node as Record<string, unknown>)[part]
  }
  return typeof node === 'string'
}
