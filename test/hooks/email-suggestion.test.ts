import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COMMON_EMAIL_DOMAINS,
  readDomains,
  suggestEmail,
} from '../../src/hooks/email-suggestion.js'

describe('UX-19: the address that was probably meant', () => {
  it.each([
    ['ada@gmial.com', 'ada@gmail.com', 'two letters swapped'],
    ['ada@gmal.com', 'ada@gmail.com', 'one missed'],
    ['ada@gmaill.com', 'ada@gmail.com', 'one too many'],
    ['ada@gnail.com', 'ada@gmail.com', 'one mistaken'],
    ['ada@gmail.con', 'ada@gmail.com', 'in the ending'],
    ['ada@gmail.co', 'ada@gmail.com', 'an ending that is a country’s, too'],
    ['ada@gmailcom', 'ada@gmail.com', 'no dot'],
    ['ada@hotmial.con', 'ada@hotmail.com', 'twice'],
    ['ada@outlok.com', 'ada@outlook.com', 'one of two'],
    ['ada@t-onlin.de', 'ada@t-online.de', 'another country’s'],
    [' Ada.L+shop@GMIAL.com ', 'Ada.L+shop@gmail.com', 'spaces and capitals'],
    ['"a@b"@gmial.com', '"a@b"@gmail.com', 'a quoted name'],
  ])('%s: %s (%s)', (typed, meant) => {
    expect(suggestEmail(typed)).toBe(meant)
  })

  it.each([
    ['', 'nothing'],
    ['ada', 'no domain yet'],
    ['ada@', 'no domain yet'],
    ['@gmial.com', 'no name'],
    ['ada@g', 'only begun'],
    ['ada@gmail.com', 'right'],
    ['ada@GMAIL.COM', 'right, whatever its case'],
    ['ada@ymail.com', 'a provider next to another'],
    ['ada@mail.com', 'the same'],
    ['ada@hotmail.be', 'a provider’s other country'],
    ['ada@yahoo.co.jp', 'the same'],
    ['ada@example.com', 'somebody’s own'],
    ['ada@be.com', 'next to a short one'],
    ['ada@gmx.fr', 'the same'],
    [`ada@${'gmail.com'.repeat(20_000)}`, 'endless'],
  ])('leaves %s alone (%s)', (typed) => {
    expect(suggestEmail(typed)).toBeNull()
  })

  it('is among the domains the app names, and no others', () => {
    const own = readDomains(['Students.Example.edu'])
    expect(suggestEmail('ada@studnets.example.edu', own)).toBe('ada@students.example.edu')
    expect(suggestEmail('ada@gmial.com', own)).toBeNull()
    expect(suggestEmail('ada@gmial.com', [])).toBeNull()
  })

  it('keeps the name as it was typed, and is not corrected again', () => {
    const name = fc.stringMatching(/^[\w.+"@-]{1,20}$/)
    fc.assert(
      fc.property(
        name,
        fc.constantFrom(...COMMON_EMAIL_DOMAINS),
        fc.nat(),
        (who, domain, place) => {
          const cut = place % domain.length
          const meant = suggestEmail(`${who}@${domain.slice(0, cut)}${domain.slice(cut + 1)}`)
          if (meant === null) return
          expect(meant.slice(0, meant.lastIndexOf('@'))).toBe(who)
          expect(suggestEmail(meant)).toBeNull()
        },
      ),
    )
  })

  it.each(['@example.com', 'example', 'ada@example.com', 'a b.com', ''])(
    'tells the developer that %j is no domain',
    (domain) => {
      expect(() => readDomains(['example.org', domain])).toThrow(
        `Gatewright: emailDomains got ${JSON.stringify(domain)}, which is no domain.`,
      )
    },
  )
})
