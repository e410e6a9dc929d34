const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

type Unit = (typeof UNITS)[number][0]

/** `Intl.DurationFormat`, which the ES2023 type library does not know yet. */
interface DurationFormat {
  format: (duration: Partial<Record<`${Unit}s`, number>>) => string
}
type IntlWithDuration = typeof Intl & {
  DurationFormat?: new (language: string, options: { style: 'long' }) => DurationFormat
}

/**
 * A span of time in words, to the second: "1 minute, 5 seconds". Fractions count as a full second, so the
 * span is never shorter than the wait; what is negative or no number is none.
 */
export function formatDuration(seconds: number, language: string): string {
  const parts = partsOf(seconds)
  const { DurationFormat } = Intl as IntlWithDuration
  // A duration of nothing has no parts, and DurationFormat gives an empty text for it.
  if (DurationFormat === undefined || parts.every(([, amount]) => amount === 0)) {
    return formatParts(parts, language)
  }
  const duration = Object.fromEntries(parts.map(([unit, amount]) => [`${unit}s`, amount]))
  return new DurationFormat(language, { style: 'long' }).format(duration)
}

/** The same text from the formatters that `Intl.DurationFormat` is specified by (ECMA-402, PartitionDurationFormatPattern). */
function formatParts(parts: readonly (readonly [Unit, number])[], language: string): string {
  const words = parts.map(([unit, amount]) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount),
  )
  return new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(words)
}

function partsOf(seconds: number): readonly (readonly [Unit, number])[] {
  let rest = Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0
  const parts: [Unit, number][] = []
  for (const [unit, size] of UNITS) {
    const amount = Math.floor(rest / size)
    rest -= amount * size
    if (amount > 0) parts.push([unit, amount])
  }
  return parts.length > 0 ? parts : [['second', 0]]
}
