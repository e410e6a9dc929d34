import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generatedPages, unaligned } from '../../../scripts/docs/pages.js'

const MEND =
  'The source says something else than this page. Run `npm run docs`, read what is new, and commit it.'

const pages = await generatedPages()

describe('what the guides take from the source', () => {
  it.each(pages)('$path is as the source has it', ({ path, text }) => {
    const now = existsSync(path) ? readFileSync(path, 'utf8') : ''
    expect(unaligned(now), MEND).toBe(unaligned(text))
  })
})
