/** What a code is made of: decimal digits, or letters and digits (backup codes). */
export type CodeAlphabet = 'digits' | 'text'

const DIGIT = /\p{Nd}/u
const DASHES = /[\p{Pd}\u2212]/gu
const SPACES = /[\p{Z}\p{Cc}\p{Cf}]/gu

/**
 * A code as the server knows it, from what was typed or pasted: digits of any script become 0-9 and spaces
 * go. Codes of digits lose all else too; other codes keep letter case and hyphens, which servers may compare.
 */
export function normaliseCode(text: string, alphabet: CodeAlphabet): string {
  if (alphabet === 'digits')
    return Array.from(text, asciiDigit)
      .join('')
      .replace(/[^0-9]/g, '')
  const plain = Array.from(text.normalize('NFKC'), asciiDigit).join('')
  return plain.replace(DASHES, '-').replace(SPACES, '')
}

/** Unicode keeps the ten digits of every script in a row, zero first (The Unicode Standard, 4.6). */
function asciiDigit(character: string): string {
  if (!DIGIT.test(character)) return character
  const point = character.codePointAt(0) ?? 0
  let first = point
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1
  return String((point - first) % 10)
}
