/** Pieces shorter than this stand in ordinary words. */
const PIECE = 6

/** Where in the code an error was made: its numbers are lines and columns. */
const PLACES = /:\d+:\d+|\b0x[\da-f]+\b/g

/** What a text gives away of tokens: a piece, or how long one is. */
export function tokenPiecesIn(texts: readonly string[], tokens: readonly string[]): string[] {
  const met = new Set(texts.flatMap(piecesOf))
  const numbers = new Set(texts.flatMap((text) => text.replaceAll(PLACES, '').match(/\d+/g) ?? []))
  const found = new Set<string>()
  for (const token of tokens) {
    if (numbers.has(String(token.length))) found.add(`length ${token.length}`)
    const piece = piecesOf(token).find((part) => met.has(part))
    if (piece !== undefined) found.add(`piece ${piece}`)
  }
  return [...found]
}

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - PIECE + 1) }, (_, start) =>
    text.slice(start, start + PIECE),
  )
}
