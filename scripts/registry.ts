// Writes the registry from which an app gets the source of a drop-in to own it: `npm run registry`.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import manifest from '../package.json' with { type: 'json' }
import { registryItems, type Address, type RegistryItem } from './registry/items.js'

const { values } = parseArgs({
  options: {
    /** Where the files will be served, when an app is not to give the registry a name. */
    base: { type: 'string' },
    out: { type: 'string', default: 'dist-registry' },
  },
})

const { base, out } = values
const addressOf: Address = (name) =>
  base === undefined ? `@${manifest.name}/${name}` : `${base.replace(/\/$/, '')}/${name}.json`
const items = formatted(registryItems(addressOf))

rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, 'r'), { recursive: true })
for (const item of items) write(join(out, 'r', `${item.name}.json`), item)
const index = {
  $schema: 'https://ui.shadcn.com/schema/registry.json',
  name: manifest.name,
  // The schema asks for one; the project has no page of its own.
  homepage: '',
  items: items.map(withoutContent),
}
write(join(out, 'r', 'registry.json'), index)
write(join(out, 'registry.json'), index)
console.log(`${items.length} items in ${out}/r`)

function write(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

/** As the kit's own sources are: what is read is what was written by hand. */
function formatted(list: RegistryItem[]): RegistryItem[] {
  const scratch = mkdtempSync(join(tmpdir(), 'gatewright-registry-'))
  try {
    const files = list.flatMap((item) => item.files)
    for (const { path, content } of files) {
      mkdirSync(dirname(join(scratch, path)), { recursive: true })
      writeFileSync(join(scratch, path), content)
    }
    execFileSync('node_modules/.bin/oxfmt', ['-c', '.oxfmtrc.json', scratch], { stdio: 'pipe' })
    for (const file of files) file.content = readFileSync(join(scratch, file.path), 'utf8')
    return list
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** An index names files; their text is in the items. */
function withoutContent({ files, ...item }: RegistryItem) {
  return { ...item, files: files.map(({ path, type, target }) => ({ path, type, target })) }
}
