import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/i18n/check-copy.js'
import { SHIPPED_LANGUAGES } from '../../src/i18n/resources.js'

/** What the translators of a language agreed on, and what their second pass found. */
interface Glossary {
  language: string
  address: 'formal' | 'informal' | 'neutral'
  addressNote: string
  /** The forms of each term, the preferred one first; a form may be a stem. */
  terms: Record<string, string[]>
  /** Sentences that read better without a term they have in English, and why. */
  free?: Record<string, string>
  /** Texts that are the same in English, and why. */
  sameAsEnglish?: Record<string, string>
  /** Security-relevant sentences, translated back. */
  review: { key: string; back: string; result: string; was?: string; why?: string }[]
}

/** The terms, and where English uses each. */
const TERMS: Readonly<Record<string, RegExp>> = {
  password: /\bpasswords?\b/i,
  passkey: /\bpasskeys?\b/i,
  'security key': /\bsecurity key/i,
  'authenticator app': /\bauthenticator app/i,
  'backup code': /\bbackup codes?\b/i,
  'setup key': /\bsetup key/i,
  code: /^(?!.*(QR|backup|country) code).*\bcodes?\b/i,
  account: /\baccounts?\b/i,
  device: /\bdevices?\b/i,
  email: /\bemail\b/i,
  link: /\blink\b(?! \{\{)/i,
  administrator: /\badministrator/i,
  organization: /\borganization/i,
  MFA: /\bMFA\b/,
  'single sign-on': /\bsingle sign-on/i,
  'security check': /\bsecurity check/i,
  'sign in': /\bsign(s|ed|ing)?([- ]| you )in\b/i,
  'sign out': /\bsign(s|ed|ing)?([- ]| you )out\b/i,
  'QR code': /\bQR code/i,
}

/** Sentences that must not promise, threaten or allow anything that English does not. */
const SECURITY_RELEVANT = [
  /^codes\.account_(locked|disabled|suspended)\./,
  /^codes\.(mfa|session|backup)_\w+\.(text|countdown|hint)$/,
  /^codes\.(totp_invalid|webauthn_failed|sign_in_blocked|link_on_other_device|captcha_failed)\.text$/,
  /^codes\.(password_must_be_reset|last_sign_in_method|state_mismatch)\.text$/,
  /^texts\.(deviceConfirm|deviceSignIn|removePasskeyConfirm|passkeyExplained|resetRequested|linkRequested)$/,
  /^mfa\.(confirmDisable|saveBackupCodes|newBackupCodes|noBackupCodes|push)$/,
  /^(fields\.compromised\.password|labels\.rememberMe|labels\.trustDevice)$/,
]
const NOT_REVIEWED = /^codes\.account_locked\.(about|ended)$/

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../locales/${path}.json`, import.meta.url), 'utf8'))
const sentences = (tag: string) => sentencesOf(read(tag)) as Map<string, string>
const withoutForm = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')

const ENGLISH = sentences('en')
const english = (key: string) => ENGLISH.get(key) ?? ENGLISH.get(`${withoutForm(key)}_other`) ?? ''
const OTHERS = SHIPPED_LANGUAGES.filter((tag) => tag !== 'en').map(
  (tag) => [tag, sentences(tag), read(`glossary/${tag}`) as Glossary] as const,
)

describe('the words of a language', () => {
  it.each(OTHERS)('%s says whom it speaks to and how it calls things', (_, copy, glossary) => {
    expect(['formal', 'informal', 'neutral']).toContain(glossary.address)
    expect(glossary.addressNote.length).toBeGreaterThan(20)
    expect(Object.keys(glossary.terms).toSorted()).toEqual(Object.keys(TERMS).toSorted())
    for (const key of Object.keys(glossary.free ?? {})) expect(copy.has(key), key).toBe(true)
  })

  it.each(OTHERS)('%s uses the words of its glossary', (tag, copy, { terms, free = {} }) => {
    const lower = (text: string) => text.toLocaleLowerCase(tag)
    const astray = [...copy].flatMap(([key, text]) =>
      Object.entries(TERMS)
        .filter(([, pattern]) => pattern.test(english(key)) && !Object.hasOwn(free, key))
        .filter(([term]) => !terms[term]?.some((form) => lower(text).includes(lower(form))))
        .map(([term]) => `${key}: no "${term}" in "${text}"`),
    )
    expect(astray).toEqual([])
  })

  it.each(OTHERS)('%s is English only where that was meant', (_, copy, { sameAsEnglish = {} }) => {
    const same = [...copy].filter(([key, text]) => text === english(key)).map(([key]) => key)
    expect(same.toSorted()).toEqual(Object.keys(sameAsEnglish).toSorted())
    for (const [key, why] of Object.entries(sameAsEnglish)) {
      expect(why.length, key).toBeGreaterThan(5)
    }
  })

  it.each(OTHERS)('%s was translated back where safety depends on it', (_, copy, { review }) => {
    const reviewed = new Set(review.map(({ key }) => key))
    const wanted = [...ENGLISH.keys()].filter(
      (key) => SECURITY_RELEVANT.some((one) => one.test(key)) && !NOT_REVIEWED.test(key),
    )
    expect(wanted.filter((key) => !reviewed.has(key))).toEqual([])
    for (const { key, back, result, was, why } of review) {
      expect(copy.has(key), key).toBe(true)
      expect(back.length, key).toBeGreaterThan(5)
      expect(['kept', 'mended'], key).toContain(result)
      if (result === 'mended') expect([was, why].every(Boolean), key).toBe(true)
      if (result === 'mended') expect(copy.get(key), key).not.toBe(was)
    }
  })
})

describe('the notes for translators', () => {
  const notes = sentencesOf(read('glossary/notes'))

  it('I18N-26: say of every key where it stands and what its placeholders hold', () => {
    const wanted = new Set([...ENGLISH.keys()].map(withoutForm))
    const noted = [...notes.keys()].filter((key) => key.endsWith('.note'))
    expect(noted.map((key) => key.replace(/\.note$/, '')).toSorted()).toEqual(
      [...wanted].toSorted(),
    )
    for (const key of noted) expect(String(notes.get(key)).length, key).toBeGreaterThan(15)
  })

  it('I18N-26: say how long a button, heading or label may be, and English keeps to it', () => {
    const limits = [...ENGLISH].map(([key, text]) => {
      const max = notes.get(`${withoutForm(key)}.max`)
      return { key, text, max: typeof max === 'number' ? max : null }
    })
    const lacking = limits.filter(
      ({ key, max }) => /^(actions|labels|titles|useFactor)\./.test(key) && max === null,
    )
    expect(lacking).toEqual([])
    expect(limits.filter(({ text, max }) => max !== null && text.length > max)).toEqual([])
  })
})
