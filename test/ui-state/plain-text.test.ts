import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/ui-state/plain-text.js'

describe('server text that may be shown', () => {
  it('SEC-02: loses control and bidi-override characters', () => {
    expect(plainText('Not \u202etoday\u202c,\u0000 \u200fAda\u2066!')).toBe('Not today , Ada !')
  })

  it('SEC-02: is cut to 300 characters, counted as a reader counts them', () => {
    const text = plainText('🙂'.repeat(1_000))
    expect(Array.from(text ?? '')).toHaveLength(300)
    expect(text?.endsWith('…')).toBe(true)
  })

  it('SEC-02: is left whole at 300 characters, and cut without a gap in front of the sign of it', () => {
    expect(plainText('🙂'.repeat(300))).toBe('🙂'.repeat(300))
    expect(plainText(`${'x'.repeat(298)} ${'y'.repeat(9)}`)).toBe(`${'x'.repeat(298)}…`)
  })

  it('SEC-02: is found behind any number of characters that show nothing', () => {
    expect(plainText(`${'\u200b'.repeat(1_199)}🙂`)).toBe('🙂')
  })

  it.each([null, undefined, 7, {}, [], '', ' \u0000 '])('gives nothing for %j', (value) => {
    expect(plainText(value)).toBeNull()
  })

  it('SEC-02: holds for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const shown = plainText(text)
        if (shown === null) return
        expect(Array.from(shown).length).toBeLessThanOrEqual(300)
        expect(shown).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b-\u200f]/,
        )
      }),
    )
  })
})
