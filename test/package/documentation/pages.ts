import { readdirSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'

/** Every page that is written for a reader. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...filesIn('docs', '.md'),
  ...filesIn('stories', '.mdx'),
]

export function textOf(page: string): string {
  return readFileSync(page, 'utf8')
}

/** The text of a page without its blocks of code. */
export function proseOf(page: string): string {
  return textOf(page).replaceAll(/^( *)```[^]*?^\1```$/gm, '')
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path.split(sep).join('/')}`)
    .toSorted()
}
