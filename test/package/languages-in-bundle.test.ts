import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { SHIPPED_LANGUAGES } from '../../src/i18n/resources.js'
import { buildPage } from '../e2e/built-page.js'

/** A sentence that no other language has. */
const sentence = (tag: string) =>
  (
    JSON.parse(readFileSync(`locales/${tag}.json`, 'utf8')) as {
      codes: { session_reuse_detected: { text: string } }
    }
  ).codes.session_reuse_detected.text

const OTHERS = SHIPPED_LANGUAGES.filter((tag) => tag !== 'en')

describe('an app that shows a sign-in form', () => {
  let scripts: ReadonlyMap<string, string>
  beforeAll(async () => {
    scripts = await buildPage('test/package/sign-in-page.tsx')
  })

  it('I18N-15, I18N-16: has English in its first script, and no other language', () => {
    const first = scripts.get('/page.js') ?? ''
    expect(first).toContain(sentence('en'))
    expect(OTHERS.filter((tag) => first.includes(sentence(tag)))).toEqual([])
  })

  it('I18N-16: has every other language in a script of its own, of at most 12 KB gzipped', () => {
    for (const tag of OTHERS) {
      const holding = [...scripts.values()].filter((code) => code.includes(sentence(tag)))
      expect(holding, tag).toHaveLength(1)
      const others = OTHERS.filter((other) => other !== tag)
      expect(others.filter((other) => holding[0]?.includes(sentence(other)))).toEqual([])
      expect(gzipSync(holding[0] ?? '').length, tag).toBeLessThanOrEqual(12_288)
    }
  })
})
