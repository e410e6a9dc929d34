import * as z from 'zod/mini'

/**
 * Makes a reader of bodies: what `schema` finds, put by `read` into the kit's words. The reader gives null for a body
 * that the schema refuses or that `read` cannot handle, and never throws. Takes schemas of zod and of zod/mini.
 */
export function readBody<Schema extends z.core.$ZodType, Found, More extends readonly unknown[]>(
  schema: Schema,
  read: (body: z.output<Schema>, ...more: More) => Found,
): (body: unknown, ...more: More) => Found | null {
  return (body, ...more) => {
    try {
      const parsed = z.safeParse(schema, body)
      return parsed.success ? read(parsed.data, ...more) : null
    } catch {
      return null
    }
  }
}
