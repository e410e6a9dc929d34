// White space, C0 and C1 controls, bidi marks, embeddings, overrides and isolates: text that could reorder or hide what follows.
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g

/** Longest server text that is ever shown, in characters. */
const MAX_LENGTH = 300

/**
 * Server text made safe to show as a text node: no control or bidi-override characters, at most 300 characters.
 * Null for anything that holds no text.
 */
export function plainText(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const clean = text.replace(UNSAFE, ' ').trim()
  if (clean === '') return null
  const characters = Array.from(clean)
  return characters.length > MAX_LENGTH
    ? `${characters
        .slice(0, MAX_LENGTH - 1)
        .join('')
        .trimEnd()}…`
    : clean
}
