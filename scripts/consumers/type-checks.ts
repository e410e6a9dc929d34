import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InstalledApp } from './installed-app.js'

const COMPILERS = ['typescript', 'typescript-5']
const RESOLUTIONS = ['nodenext', 'bundler']

type Target = string | { types: string; default: string }

/**
 * Imports every subpath and exports every value again, as a library built on the kit would: a type that only the kit
 * can name fails the declarations.
 *
 * @throws (rejects) when a compiler finds an error, the kit's own declarations included.
 */
export async function checkTypes(app: InstalledApp): Promise<void> {
  const specifiers = specifiersOf(join(app.folder, 'node_modules/gatewright'))
  const styles = specifiers.filter((one) => one.endsWith('.css'))
  const modules = specifiers.filter((one) => !/\.(css|json)$/.test(one))
  const values = await valuesOf(app, modules)
  const lines = [
    ...styles.map((one) => `import '${one}'`),
    ...modules.map((one, index) => `import * as module${index} from '${one}'`),
    `import manifest from 'gatewright/package.json' with { type: 'json' }`,
    'export const version: string = manifest.version',
    ...modules.flatMap((one, index) =>
      (values[one] ?? []).map(
        (name) => `export const module${index}_${name} = module${index}.${name}`,
      ),
    ),
  ]
  mkdirSync(join(app.folder, 'src'), { recursive: true })
  writeFileSync(join(app.folder, 'src/every-subpath.ts'), `${lines.join('\n')}\n`)
  for (const compiler of COMPILERS) {
    for (const resolution of RESOLUTIONS) {
      for (const skipLibCheck of ['false', 'true']) {
        const config = ['-p', `tsconfig.${resolution}.json`, '--skipLibCheck', skipLibCheck]
        await app.run('node', `node_modules/${compiler}/bin/tsc`, '--pretty', 'false', ...config)
      }
    }
  }
}

/** Everything that `exports` lets an app import, patterns by each of their files. */
function specifiersOf(installed: string): string[] {
  const { name, exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    name: string
    exports: Record<string, Target>
  }
  return Object.entries(exports).flatMap(([subpath, target]) => {
    const specifier = name + subpath.slice(1)
    if (!subpath.includes('*')) return [specifier]
    const file = typeof target === 'string' ? target : target.default
    const [folder = '', ending = ''] = file.split('*')
    return readdirSync(join(installed, folder))
      .filter((one) => one.endsWith(ending))
      .map((one) => specifier.replace('*', one.slice(0, one.length - ending.length)))
  })
}

/** The names each module exports when Node loads it. */
async function valuesOf(
  app: InstalledApp,
  modules: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const script = `
    const names = ${JSON.stringify(modules)}
    const loaded = await Promise.all(names.map((name) => import(name)))
    console.log(JSON.stringify(Object.fromEntries(
      loaded.map((module, index) => [names[index], Object.keys(module)]),
    )))`
  const printed = await app.run('node', '--input-type=module', '--eval', script)
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '{}') as Record<string, string[]>
}
