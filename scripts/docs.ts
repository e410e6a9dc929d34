// Writes those parts of the guides that the source says: `npm run docs`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { generatedPages, unaligned } from './docs/pages.js'

for (const { path, text } of await generatedPages()) {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (unaligned(before) === unaligned(text)) continue
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.log(`${path} is new.`)
}
