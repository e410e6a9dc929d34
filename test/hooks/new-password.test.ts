import { describe, expect, it } from 'vitest'
import type { PasswordPolicy } from '../../src/backends/actions.js'
import { newPassword, passwordRules } from '../../src/hooks/new-password.js'

const EIGHT: PasswordPolicy = { minLength: 8, maxLength: null, requires: [] }
const ALL: PasswordPolicy = {
  minLength: 4,
  maxLength: 12,
  requires: ['uppercase', 'lowercase', 'digit', 'special'],
}

/** What the form says of a password, or the password as it would be sent. */
function judge(password: string, policy: PasswordPolicy): string {
  const { success, data, error } = newPassword(policy).safeParse(password)
  return success ? data : error.issues.map(({ message }) => message).join()
}

describe('a new password in a form', () => {
  it.each([
    ['', EIGHT, 'required'],
    ['seven77', EIGHT, 'too_short'],
    ['eight888', EIGHT, 'eight888'],
    ['        ', EIGHT, '        '],
    ['🔑🔑🔑🔑', EIGHT, 'too_short'],
    ['👩‍👩‍👧‍👦👩', EIGHT, '👩‍👩‍👧‍👦👩'],
    [' tab\t and space ', EIGHT, ' tab\t and space '],
    ['abc', ALL, 'too_short'],
    ['abcd', ALL, 'no_uppercase'],
    ['ABCD', ALL, 'no_lowercase'],
    ['abCD', ALL, 'no_digit'],
    ['abC1', ALL, 'no_special'],
    ['aC1 ', ALL, 'aC1 '],
    ['aC1!aC1!aC1!a', ALL, 'too_long'],
    ['ёЁ٣—', ALL, 'ёЁ٣—'],
  ] as const)('SEC-35: %j under %o is judged %j', (password, policy, judgement) => {
    expect(judge(password, policy)).toBe(judgement)
  })

  it('SEC-35: may be any text, and is sent unchanged', () => {
    const long = 'x'.repeat(4096)
    const combining = 'e\u0301'.repeat(8)
    expect(judge(long, EIGHT)).toBe(long)
    expect(judge(combining, EIGHT)).toBe(combining)
  })

  it('UX-03: is described in the words of the passwordrules attribute', () => {
    expect(passwordRules(EIGHT)).toBe('minlength: 8;')
    expect(passwordRules({ minLength: null, maxLength: null, requires: [] })).toBe('')
    expect(passwordRules(ALL)).toBe(
      'minlength: 4; maxlength: 12; required: upper; required: lower; required: digit; required: special;',
    )
  })
})
