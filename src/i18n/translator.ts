import { createInstance, type i18n as I18n, type TOptions } from 'i18next'
import type { CopyValues } from './copy-of.js'
import { formatDuration } from './duration.js'
import { directionOf, fallbackChain, isolated, type Direction } from './languages.js'
import {
  languagesInMemory,
  loadLanguage,
  SHIPPED_LANGUAGES,
  type CopyKey,
  type CopyOverrides,
  type LanguageCopy,
} from './resources.js'

/** The i18next namespace the kit reads in an app's own instance. */
export const NAMESPACE = 'gatewright'

/** Namespace of the app's overrides inside the kit's private instance. */
const OVERRIDES = 'overrides'

/** An app's own translate function: undefined, or the key itself, where it has no text. */
export type Translate = (key: CopyKey, values: CopyValues, language: string) => string | undefined

export interface TranslatorOptions {
  /** The app's i18next instance. Its texts in the namespace `gatewright` come before the kit's; it is never written to. */
  i18n?: I18n | undefined
  /** The app's own translate function, for any other library. */
  translate?: Translate | undefined
  /** The app's own sentences by language; they come before all others. */
  copy?: CopyOverrides | undefined
  /** Languages to try before English. */
  fallback?: readonly string[] | undefined
  /** Whole languages by tag. Default: those fetched so far. */
  languages?: ReadonlyMap<string, LanguageCopy> | undefined
}

/** What is said for a key, and in which language (BCP 47). */
export interface Sentence {
  text: string
  language: string
}

/** Turns keys into sentences of one language. */
export interface Translator {
  /** The language most sentences are in (BCP 47): the wanted one, or what stands in for it. */
  readonly language: string
  readonly direction: Direction
  /** The sentence for a key. A number called `seconds` also fills `{{duration}}`; `count` picks the plural form. */
  readonly t: (key: CopyKey, values?: CopyValues) => string
  /** The same with its language: another one than `language` where that has no such sentence. */
  readonly find: (key: CopyKey, values?: CopyValues) => Sentence
  /** A span of time in words. */
  readonly duration: (seconds: number) => string
  /** The private i18next instance behind it. */
  readonly i18n: I18n
}

/**
 * A translator from what is in memory: English, the languages fetched so far and the app's own texts.
 * Use `loadTranslator` to fetch the language first.
 */
export function createTranslator(wanted = 'en', given: TranslatorOptions = {}): Translator {
  const options = { ...given, languages: given.languages ?? languagesInMemory() }
  const chain = fallbackChain(wanted, options.fallback)
  const kit = privateInstance(chain, options)
  const language = chain.find((tag) => isInMemory(tag, options)) ?? 'en'
  const promised = chain.find((tag) => tag === language || SHIPPED_LANGUAGES.includes(tag))

  function find(key: CopyKey, values: CopyValues = {}): Sentence {
    for (const tag of chain) {
      const text =
        lookUp(kit, OVERRIDES, tag, key, values) ??
        appText(options, tag, key, values) ??
        lookUp(kit, NAMESPACE, tag, key, values)
      if (text !== undefined) return { text, language: tag }
    }
    throw new Error(
      `Gatewright: no copy is called "${key}". The keys are those of locales/en.json.`,
    )
  }

  return {
    language,
    direction: directionOf(promised ?? language),
    t: (key, values) => find(key, values).text,
    find,
    duration: (seconds) => formatDuration(seconds, language),
    i18n: kit,
  }
}

/** A translator that says some sentences differently; those of a language count where that is what would be spoken. */
export function overridden(around: Translator, copy: CopyOverrides): Translator {
  const chain = fallbackChain(around.language)
  const kit = privateInstance(chain, { copy })
  function find(key: CopyKey, values: CopyValues = {}): Sentence {
    const usual = around.find(key, values)
    const before = chain.slice(0, chain.indexOf(usual.language) + 1)
    for (const tag of before) {
      const text = lookUp(kit, OVERRIDES, tag, key, values)
      if (text !== undefined) return { text, language: tag }
    }
    return usual
  }
  return { ...around, t: (key, values) => find(key, values).text, find, i18n: kit }
}

/** A translator whose language has been fetched; the next one of the chain stands in where that fails. */
export async function loadTranslator(
  wanted: string,
  options: TranslatorOptions = {},
): Promise<Translator> {
  await loadChain(wanted, options.fallback)
  return createTranslator(wanted, options)
}

/** Fetches the best shipped language for a wanted one, and on failure the next best. */
export async function loadChain(wanted: string, fallback: readonly string[] = []): Promise<void> {
  for (const tag of fallbackChain(wanted, fallback)) {
    if (await loadLanguage(tag)) return
  }
}

/** No plug-in, no detection, no global: an instance that nothing else can see or change. */
function privateInstance(
  chain: readonly string[],
  { languages, copy = {} }: TranslatorOptions,
): I18n {
  const instance = createInstance()
  const resources = chain.map((tag) => [
    tag,
    {
      ...(languages?.has(tag) && { [NAMESPACE]: languages.get(tag) }),
      ...(Object.hasOwn(copy, tag) && { [OVERRIDES]: copy[tag] }),
    },
  ])
  void instance.init({
    lng: chain[0] ?? 'en',
    fallbackLng: false,
    ns: [OVERRIDES, NAMESPACE],
    defaultNS: NAMESPACE,
    resources: Object.fromEntries(resources),
    initAsync: false,
  })
  return instance
}

function isInMemory(tag: string, { languages, copy = {}, i18n }: TranslatorOptions): boolean {
  return (
    languages?.has(tag) === true ||
    Object.hasOwn(copy, tag) ||
    i18n?.hasResourceBundle(tag, NAMESPACE) === true
  )
}

/** The app's text for a key. A throwing translate function must not take the sign-in form down with it. */
function appText(
  { i18n, translate }: TranslatorOptions,
  tag: string,
  key: CopyKey,
  values: CopyValues,
): string | undefined {
  try {
    const text =
      translate?.(key, values, tag) ?? (i18n && lookUp(i18n, NAMESPACE, tag, key, values))
    // Many translate functions answer a missing key with the key, prefixed or not.
    return typeof text === 'string' && !text.endsWith(key) ? text : undefined
  } catch {
    return undefined
  }
}

function lookUp(
  i18n: I18n,
  ns: string,
  tag: string,
  key: CopyKey,
  values: CopyValues,
): string | undefined {
  const options: TOptions = {
    ...values,
    replace: inWords(values, tag),
    lng: tag,
    lngs: [tag],
    ns,
    keySeparator: '.',
    nsSeparator: false,
    // Values may be a server's or a user's words: no `$t()` in them is followed, nothing in them is a template.
    nest: false,
    // React escapes; these sentences only ever become text nodes and attributes.
    interpolation: { escapeValue: false, skipOnVariables: true },
  }
  if (!i18n.exists(key, options)) return undefined
  const text: unknown = i18n.t(key, options)
  return typeof text === 'string' ? text : undefined
}

/** Values as they read in a language: numbers in its digits, `seconds` also as `duration`, words kept apart. */
function inWords(values: CopyValues, tag: string): Record<string, string> {
  const words: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    words[name] =
      typeof value === 'number' ? new Intl.NumberFormat(tag).format(value) : isolated(value, tag)
  }
  const { seconds, duration } = values
  if (typeof seconds === 'number' && duration === undefined) {
    words['duration'] = formatDuration(seconds, tag)
  }
  return words
}
