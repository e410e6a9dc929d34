import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A copy of the checkout for what must not touch it; the installed packages are those of the checkout. */
export function scratchCheckout(...paths: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatewright-docs-'))
  for (const path of paths) cpSync(path, join(folder, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

/** The link to the installed packages goes, not what it leads to. */
export function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Leaves the types of a copied folder and no question about its bodies: they are checked where they come from. */
export function trust(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path)) continue
    const file = join(folder, path)
    writeFileSync(file, `// @ts-nocheck\n${readFileSync(file, 'utf8')}`)
  }
}

/** Type-checks folders of a copy under the project's own options, and gives the complaints. */
export function typeCheck(folder: string, include: readonly string[]): Promise<string[]> {
  const config = { extends: './tsconfig.json', include, exclude: ['node_modules'] }
  writeFileSync(join(folder, 'tsconfig.docs.json'), JSON.stringify(config))
  return new Promise((done) => {
    execFile(
      resolve('node_modules/.bin/tsc'),
      ['-p', 'tsconfig.docs.json', '--pretty', 'false'],
      { cwd: folder, maxBuffer: 16_000_000 },
      (_, stdout) => done(stdout.split('\n').filter((line) => line.includes('error TS'))),
    )
  })
}
