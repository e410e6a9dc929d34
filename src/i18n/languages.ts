/** A writing direction, as the `dir` attribute takes it. */
export type Direction = 'ltr' | 'rtl'

/** Scripts written from right to left (Unicode; those with a living orthography). */
const RTL_SCRIPTS = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
])

/** Tags that name one language; content may exist under either (CLDR aliases and macrolanguages). */
const ALIASES: readonly (readonly [string, string])[] = [
  ['nb', 'no'],
  ['nn', 'no'],
  ['he', 'iw'],
  ['id', 'in'],
  ['fil', 'tl'],
]

/** Regional parents other than the bare language (CLDR parentLocales). */
const REGIONAL_PARENTS = new Map([
  [
    'es',
    {
      parent: 'es-419',
      regions: 'AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE',
    },
  ],
  ['pt', { parent: 'pt-PT', regions: 'AO CH CV FR GQ GW LU MO MZ ST TL' }],
])

/** What a bare language means where content exists for a region or script only. */
const DEFAULT_VARIANTS = new Map([
  ['pt', ['pt-BR']],
  ['zh', ['zh-Hans']],
  ['es', ['es-419']],
])

/** Writing direction of a BCP 47 tag: its own script, or the one it is likely written in. */
export function directionOf(tag: string): Direction {
  const script = parse(tag)?.maximize().script
  return script !== undefined && RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr'
}

/**
 * Tags to try for a wanted language, best first: the exact tag, its script and region parents, the configured
 * languages, and English last. Languages of another script are never a parent (zh-TW is not zh-Hans).
 */
export function fallbackChain(wanted: string, configured: readonly string[] = []): string[] {
  return [...new Set([...[wanted, ...configured].flatMap(parentsOf), 'en'])]
}

/** Whether two tags are read alike: the same language in the same script, whatever the region. */
export function readAlike(a: string, b: string): boolean {
  const [one, other] = [a, b].map((tag) => parse(tag)?.maximize())
  return a === b || (one?.language === other?.language && one?.script === other?.script)
}

/** Letters written from right to left. */
const RTL_LETTERS = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}]/u

/** Text for a place in a sentence of this language, kept from reordering the words around it (Unicode FSI, PDI). */
export function isolated(text: string, tag: string): string {
  const mixes = directionOf(tag) === 'rtl' || RTL_LETTERS.test(text)
  return mixes ? `\u2068${text}\u2069` : text
}

function parse(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'))
  } catch {
    return null
  }
}

function parentsOf(tag: string): string[] {
  const locale = parse(tag)
  if (!locale) return []
  const { language, region } = locale
  const { script } = locale.maximize()
  const sameScript = new Intl.Locale(language).maximize().script === script
  const regional = REGIONAL_PARENTS.get(language)
  const tags = [
    locale.baseName,
    ...(script && region ? [`${language}-${script}-${region}`] : []),
    ...(region && regional?.regions.split(' ').includes(region) ? [regional.parent] : []),
    ...(script ? [`${language}-${script}`] : []),
    ...(sameScript ? [language, ...(DEFAULT_VARIANTS.get(language) ?? [])] : []),
  ]
  return tags.flatMap(withAliases)
}

function withAliases(tag: string): string[] {
  const [language = '', ...rest] = tag.split('-')
  const names = ALIASES.filter((pair) => pair.includes(language)).flat()
  return [tag, ...names.map((name) => [name, ...rest].join('-'))]
}
