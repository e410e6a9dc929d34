import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { authSvc } from '../../src/backends/auth-svc/index.js'
import { createWaitMemory } from '../../src/client/wait-memory.js'
import { suggestEmail } from '../../src/hooks/email-suggestion.js'

const NOW = Date.UTC(2026, 0, 1)
const WAIT = { code: 'account_locked', until: NOW + 60_000, estimated: false } as const

/** In Turkish the capital of `i` is `İ`, and the small letter of `I` is `ı`; an address knows nothing of that. */
describe('an address with the letter I', () => {
  it('I18N-24: is the same account in capitals, in any language', () => {
    const waits = createWaitMemory(authSvc({ baseUrl: '/api' }), () => NOW)
    waits.remember('sign_in', 'INFO@ISTANBUL.EXAMPLE', WAIT)
    expect(waits.recall('sign_in', 'info@istanbul.example')).toEqual(WAIT)
    expect(waits.recall('sign_in', 'ınfo@ıstanbul.example')).toBeNull()
  })

  it('I18N-24: is told from its misspelling, in any language', () => {
    expect(suggestEmail('ada@GMAIL.COM')).toBeNull()
    expect(suggestEmail('ada@HOTMIAL.COM')).toBe('ada@hotmail.com')
  })

  it('I18N-24: is never compared by the rules of the page’s or the browser’s language', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    )
    const localised = sources.filter((file) =>
      /toLocale(Lower|Upper)Case|localeCompare|Intl\.Collator/.test(
        readFileSync(`src/${file}`, 'utf8'),
      ),
    )
    expect(localised).toEqual([])
  })
})
