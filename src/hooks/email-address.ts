import * as z from 'zod/mini'

/** A form field for an e-mail address, without the spaces around it. Messages are field reasons. */
export const EmailAddress = z.string().check(
  z.trim(),
  z.minLength(1, 'required'),
  // Only what cannot be an address is refused here: the server knows the rest.
  z.regex(/^[^\s@]+@[^\s@]+$/, 'format'),
)
