/** The middle of some measurements, with the least and the most. */
export interface Spread {
  median: number
  min: number
  max: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  return { median: at(0.5), min: at(0), max: at(1) }
}

/** "12.3 (11.0 to 15.2)". */
export function said({ median, min, max }: Spread, digits = 1): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)} to ${max.toFixed(digits)})`
}

/** One line of the report. */
export interface Figure {
  what: string
  aim: string
  reached: string
}

/** A table in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, aim, reached }) => `| ${what} | ${aim} | ${reached} |`)
  return ['| what | aim | reached |', '| --- | --- | --- |', ...rows].join('\n')
}
