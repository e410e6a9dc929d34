import * as z from 'zod/mini'

/** A part that may be missing; one of the wrong type is as good as missing and takes nothing else with it. */
export function tolerant<S extends z.ZodMiniType>(schema: S) {
  // oxlint-disable-next-line promise/valid-params -- zod's catch, not a promise's
  return z.catch(z.nullish(schema), null)
}

export const Text = tolerant(z.string())
export const Quantity = tolerant(z.number())
