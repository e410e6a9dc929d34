import { describe, expect, it } from 'vitest'
import { formatTimeAgo } from '../../src/i18n/relative-time.js'

const NOW = Date.UTC(2026, 0, 5, 9)

describe('how long ago something was', () => {
  it.each([
    [0, 'now', 'jetzt'],
    [59, 'now', 'jetzt'],
    [60, '1 minute ago', 'vor 1 Minute'],
    [7_199, '1 hour ago', 'vor 1 Stunde'],
    [86_400, 'yesterday', 'gestern'],
    [6 * 86_400, '6 days ago', 'vor 6 Tagen'],
    [3 * 604_800, '3 weeks ago', 'vor 3 Wochen'],
    [100 * 86_400, '3 months ago', 'vor 3 Monaten'],
    [800 * 86_400, '2 years ago', 'vor 2 Jahren'],
  ])('is said in words: %i seconds', (seconds, english, german) => {
    expect(formatTimeAgo(NOW - seconds * 1000, NOW, 'en')).toBe(english)
    expect(formatTimeAgo(NOW - seconds * 1000, NOW, 'de')).toBe(german)
  })

  it('REL-21: is never in the future, whatever the clocks say', () => {
    expect(formatTimeAgo(NOW + 3_600_000, NOW, 'en')).toBe('now')
  })
})
