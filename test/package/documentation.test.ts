import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const FOLDER = 'examples/testing'
const code = readdirSync(FOLDER).map((file) => unindented(readFileSync(join(FOLDER, file), 'utf8')))
const guide = readFileSync('docs/testing.md', 'utf8')
const blocks = [...guide.matchAll(/^```tsx\n([^]*?)^```$/gm)].map(([, block = '']) => block)

/** A guide shows the middle of a function at the margin. */
function unindented(text: string): string {
  return text.replaceAll(/^ +/gm, '')
}

it('the guide to testing shows code that runs', () => {
  expect(blocks.length).toBeGreaterThan(4)
  for (const block of blocks) {
    expect(
      code.some((text) => text.includes(unindented(block))),
      block,
    ).toBe(true)
  }
})
