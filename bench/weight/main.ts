// Builds the pages and weighs them: `npm run bench:weight`, with `-- --parts sign-in` for what a page is made of.
import { parseArgs } from 'node:util'
import { weightFigures } from './report.js'
import { partsOf } from './weigh.js'

const { values } = parseArgs({ options: { parts: { type: 'string' } } })

if (values.parts === undefined) {
  console.table(await weightFigures())
} else {
  const parts = await partsOf(values.parts)
  console.table(parts.map(([module, size]) => ({ module, 'bytes, gzipped alone': size })))
}
