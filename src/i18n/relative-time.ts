const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How long ago an instant was, in the largest unit that fits: "2 hours ago", "yesterday". Both in epoch milliseconds. */
export function formatTimeAgo(instant: number, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const seconds = Math.max(0, now - instant) / 1000
  const unit = UNITS.find(([, size]) => seconds >= size)
  // Within the last minute: "now".
  return unit ? format.format(-Math.floor(seconds / unit[1]), unit[0]) : format.format(0, 'second')
}
