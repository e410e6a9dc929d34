/** A secret that must turn up nowhere but where it belongs. */
export interface Canary {
  name: string
  /** Every text that would give it away. */
  spellings: readonly string[]
}

/** Shorter ones would be found by chance once they are encoded. */
const LONG_ENOUGH_TO_ENCODE = 8
const LONG_ENOUGH_TO_CUT = 24
const PIECE = 16

/** A secret with all that it may be disguised as: encoded, or a piece of a long token. */
export function canary(name: string, secret: string): Canary {
  if (secret === '') throw new Error(`The ${name} is empty: it would be found everywhere.`)
  const encoded =
    secret.length < LONG_ENOUGH_TO_ENCODE
      ? []
      : [
          encodeURIComponent(secret),
          JSON.stringify(secret).slice(1, -1),
          ...inMarkup(secret),
          ...base64(secret),
          hex(secret),
        ]
  return { name, spellings: [...new Set([secret, ...encoded, ...piecesOf(secret)])] }
}

/** The names of the canaries that a text holds. */
export function canariesIn(text: string, canaries: Iterable<Canary>): string[] {
  const found: string[] = []
  for (const { name, spellings } of canaries) {
    if (spellings.some((spelling) => text.includes(spelling))) found.push(name)
  }
  return found
}

/** As a text of an element and as an attribute. */
function inMarkup(text: string): string[] {
  const inText = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return [inText, inText.replaceAll('"', '&quot;')]
}

/** A text in base64 at each of the three places where it can begin, plain and for addresses. */
function base64(text: string): string[] {
  const bytes = new TextEncoder().encode(text)
  return [0, 1, 2].flatMap((shift) => {
    const all = btoa(String.fromCharCode(...Array<number>(shift).fill(0), ...bytes))
    // The characters at both ends are shared with what stands around.
    const sure = all.slice(shift === 0 ? 0 : shift + 1).replace(/.?={0,2}$/, '')
    return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

function hex(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

/** Pieces of a long token: the first part of a JWT is the same in all of them, and others may begin with an id. */
function piecesOf(secret: string): string[] {
  const [longest = ''] = secret.split('.').toSorted((a, b) => b.length - a.length)
  if (longest.length < LONG_ENOUGH_TO_CUT) return []
  const last = longest.length - PIECE
  const starts = longest === secret ? [last] : [Math.floor(last / 4), Math.floor(last / 2), last]
  return starts.map((start) => longest.slice(start, start + PIECE))
}

/** Every text that can be reached from a value: hidden fields, causes of errors, maps, bytes, and what is shown. */
export function textsIn(value: unknown, ends: (met: object) => boolean = () => false): string[] {
  const texts: string[] = []
  const met = new WeakSet<object>()
  const left: unknown[] = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next === 'string') texts.push(next)
    else if (typeof next === 'symbol') texts.push(String(next))
    else if (typeof next === 'number' || typeof next === 'bigint') texts.push(String(next))
    else if (isObject(next) && !met.has(next) && !ends(next)) {
      met.add(next)
      left.push(...partsOf(next))
    }
  }
  return texts
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

function partsOf(value: object): unknown[] {
  if (ArrayBuffer.isView(value)) return [textOf(value.buffer as ArrayBuffer)]
  if (value instanceof ArrayBuffer) return [textOf(value)]
  if (value instanceof Map || value instanceof Set) return [...value.entries()].flat()
  // What the document shows is looked at on its own.
  if (typeof Node !== 'undefined' && value instanceof Node) return []
  const own = Reflect.ownKeys(value).flatMap((key) => [key, valueAt(value, key)])
  const said = value instanceof Error ? [String(value), value.stack] : []
  return [...said, ...own]
}

function valueAt(value: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(value, key)
  } catch {
    return undefined
  }
}

function textOf(bytes: ArrayBuffer): string {
  return new TextDecoder('latin1').decode(bytes)
}
