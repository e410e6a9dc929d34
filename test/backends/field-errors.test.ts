import { describe, expect, it } from 'vitest'
import { readFieldErrors } from '../../src/backends/field-errors.js'

const EMAIL = { name: 'email', reason: 'invalid', message: 'must be an email' }

describe('field errors, in every form backends send them', () => {
  it.each([
    ['a map of texts', { email: 'must be an email' }],
    ['a map of lists', { email: ['must be an email'] }],
    ['a list of field and message', [{ field: 'email', message: 'must be an email' }]],
    ['a list of name and message', [{ name: 'email', message: 'must be an email' }]],
    ['Zod issues', [{ path: ['email'], code: 'invalid_format', message: 'must be an email' }]],
    ['class-validator', [{ property: 'email', constraints: { isEmail: 'must be an email' } }]],
    ['a map of objects', { email: { code: 'format', message: 'must be an email' } }],
  ])('UX-18: %s', (_, value) => {
    expect(readFieldErrors(value)).toEqual([EMAIL])
  })

  it.each([
    ['a map of lists', { email: ['must be an email', 'is too short'] }],
    [
      'several constraints',
      [{ property: 'email', constraints: { isEmail: 'must be an email', min: 'is too short' } }],
    ],
    [
      'several of a list',
      [
        { field: 'email', message: 'must be an email' },
        { field: 'email', message: 'is too short' },
      ],
    ],
  ])('UX-18: %s keeps all that is wrong with a field', (_, value) => {
    expect(readFieldErrors(value)).toEqual([EMAIL, { ...EMAIL, message: 'is too short' }])
  })

  it.each([[null], [undefined], ['email'], [42], [[]], [{}], [[null, 7, 'x', {}]]])(
    'SEC-26: %j gives none',
    (value) => {
      expect(readFieldErrors(value)).toEqual([])
    },
  )

  it.each([
    ['no words', { email: null }],
    ['no words in a list', [{ field: 'email' }]],
    ['words that are no text', { email: [7, null] }],
    ['constraints that are no text', [{ property: 'email', constraints: { min: 7 } }]],
  ])('UX-18: a field with %s is marked all the same', (_, value) => {
    expect(readFieldErrors(value)).toEqual([{ name: 'email', reason: 'invalid' }])
  })

  it.each([
    ['an empty name beside a good one', [{ field: '', name: 'email', message: EMAIL.message }]],
    ['a message that is no text', { email: { message: 7, detail: EMAIL.message } }],
  ])('UX-18: %s does not hide what is wrong', (_, value) => {
    expect(readFieldErrors(value)).toEqual([EMAIL])
  })

  it('SEC-25: keeps at most 64 fields and 2,000 characters of a text', () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`f${n}`, 'x'.repeat(9_000)]),
    )
    const errors = readFieldErrors(many)
    expect(errors).toHaveLength(64)
    expect(errors[0]?.message).toHaveLength(2_000)
    expect(readFieldErrors({ ['n'.repeat(9_000)]: 'x' })[0]?.name).toHaveLength(2_000)
  })
})
