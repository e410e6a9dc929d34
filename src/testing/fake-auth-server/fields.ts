import { refuse, type FieldRefusal } from './refused.js'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Refuses a request that leaves any of these fields empty. */
export function requireText(values: Partial<Record<FieldRefusal['name'], string>>): void {
  const fields = Object.entries(values)
    .filter(([, value]) => value === '')
    .map(([name]) => ({ name, reason: 'required' }) as FieldRefusal)
  if (fields.length > 0) refuse('fields', { fields })
}

export function requireEmail(email: string): void {
  if (!EMAIL.test(email)) refuse('fields', { fields: [{ name: 'email', reason: 'format' }] })
}

export function requireNewPassword(
  name: 'password' | 'newPassword',
  password: string,
  min: number,
): void {
  if (Array.from(password).length < min) {
    refuse('fields', { fields: [{ name, reason: 'too_short', min }] })
  }
}
