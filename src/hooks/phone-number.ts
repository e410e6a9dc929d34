import * as z from 'zod/mini'

/** A form field for a phone number with its country code (E.164), however it is grouped. Messages are field reasons. */
export const PhoneNumber = z.string().check(
  z.overwrite((typed) => typed.replace(/[\s().-]/g, '')),
  z.minLength(1, 'required'),
  z.regex(/^\+[1-9]\d{6,14}$/, 'format'),
)
