import * as z from 'zod/mini'
import type { PasswordPolicy } from '../backends/actions.js'
import type { FieldReason } from '../errors/failure-data.js'

/** What a policy may ask of a new password. */
export type PasswordRequirement = 'length' | PasswordPolicy['requires'][number]

/** One requirement of a policy, held against a password. */
export interface CheckedRequirement {
  requirement: PasswordRequirement
  /** Whether the password meets it. */
  met: boolean
  /** Why a password that does not meet it is refused. */
  reason: FieldReason
}

/** Any script counts: a server that is stricter answers for itself, one that is not must not be outdone. */
const CHARACTERS = {
  uppercase: { pattern: /\p{Lu}/u, reason: 'no_uppercase', rule: 'upper' },
  lowercase: { pattern: /\p{Ll}/u, reason: 'no_lowercase', rule: 'lower' },
  digit: { pattern: /\p{Nd}/u, reason: 'no_digit', rule: 'digit' },
  special: { pattern: /[^\p{L}\p{N}\p{M}]/u, reason: 'no_special', rule: 'special' },
} as const satisfies Record<
  PasswordPolicy['requires'][number],
  { pattern: RegExp; reason: FieldReason; rule: string }
>

/** Each requirement of a policy, and whether a password meets it. Length is counted in code points (NIST SP 800-63B). */
export function checkPassword(
  password: string,
  { minLength, requires }: PasswordPolicy,
): readonly CheckedRequirement[] {
  const length: CheckedRequirement[] =
    minLength === null
      ? []
      : [{ requirement: 'length', met: lengthOf(password) >= minLength, reason: 'too_short' }]
  const characters = requires.map((requirement): CheckedRequirement => {
    const { pattern, reason } = CHARACTERS[requirement]
    return { requirement, met: pattern.test(password), reason }
  })
  return [...length, ...characters]
}

/** A policy in the words of the `passwordrules` attribute, by which browsers generate a password that is accepted. */
export function passwordRules({ minLength, maxLength, requires }: PasswordPolicy): string {
  return [
    ...(minLength === null ? [] : [`minlength: ${minLength};`]),
    ...(maxLength === null ? [] : [`maxlength: ${maxLength};`]),
    ...requires.map((requirement) => `required: ${CHARACTERS[requirement].rule};`),
  ].join(' ')
}

/** A form field for a new password, exactly as typed. Messages are field reasons. */
export function newPassword(policy: PasswordPolicy): z.ZodMiniString<string> {
  return z.string().check((context) => {
    const reason = refusal(context.value, policy)
    if (reason !== null) {
      context.issues.push({ code: 'custom', input: context.value, message: reason, continue: true })
    }
  })
}

function refusal(password: string, policy: PasswordPolicy): FieldReason | null {
  if (password === '') return 'required'
  const { maxLength } = policy
  if (maxLength !== null && lengthOf(password) > maxLength) return 'too_long'
  return checkPassword(password, policy).find(({ met }) => !met)?.reason ?? null
}

function lengthOf(password: string): number {
  return Array.from(password).length
}
