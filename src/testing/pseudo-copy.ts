import { ENGLISH, type LanguageCopy } from '../i18n/resources.js'

/** Pseudo-locales by the names of CLDR: accented English, and English written from right to left. */
export type PseudoLanguage = 'en-XA' | 'ar-XB'

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = 'àƀçđéƒğĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇÐÉƑĞĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'
const FILLER = 'ļöŕéɱ îþšûɱ đöļöŕ šîţ àɱéţ çöñšéçţéţûŕ àđîþîšçîñğ éļîţ '

/** German and Finnish run about that much longer than English. */
const GROWTH = 1.4

const RIGHT_TO_LEFT_OVERRIDE = '\u202E'
const POP_DIRECTION = '\u202C'

/**
 * The kit's sentences as they would look in a language that does not exist. What you see without brackets in `en-XA`, or
 * from left to right in `ar-XB`, does not come from the catalogue; what is cut off in `en-XA` is cut off in German.
 *
 * @example
 * ```tsx
 * <AuthProvider language="en-XA" copy={{ 'en-XA': pseudoCopy('en-XA') }}>
 * ```
 */
export function pseudoCopy(language: PseudoLanguage): LanguageCopy {
  const write = language === 'en-XA' ? accented : mirrored
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return rewritten(ENGLISH, write, forms) as LanguageCopy
}

interface Branch {
  [name: string]: string | Branch
}

function rewritten(branch: Branch, write: (text: string) => string, forms: readonly string[]) {
  const result: Branch = {}
  for (const [name, part] of Object.entries(branch)) {
    if (typeof part !== 'string') result[name] = rewritten(part, write, forms)
    else if (!/_(one|other)$/.test(name)) result[name] = write(part)
    else if (name.endsWith('_other')) {
      for (const form of forms) result[name.replace(/other$/, form)] = write(part)
    }
  }
  return result
}

function accented(text: string): string {
  const words = outsidePlaceholders(text, (part) =>
    part.replace(/[a-z]/gi, (letter) => ACCENTED.charAt(LETTERS.indexOf(letter))),
  )
  const missing = Math.ceil(text.length * (GROWTH - 1))
  const filler = FILLER.repeat(Math.ceil(missing / FILLER.length))
    .slice(0, missing)
    .trim()
  return `[${words} ${filler}]`
}

function mirrored(text: string): string {
  return outsidePlaceholders(text, (part) =>
    part.replace(/[^\s]+/g, (word) => `${RIGHT_TO_LEFT_OVERRIDE}${word}${POP_DIRECTION}`),
  )
}

function outsidePlaceholders(text: string, write: (part: string) => string): string {
  return text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : write(part)))
    .join('')
}
