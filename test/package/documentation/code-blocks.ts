import { PAGES, textOf } from './pages.js'

/**
 * What a block may be; anything else is a slip. `text` is what goes over the wire or stands on a screen, `diff` a
 * change to a file that is not the guide's.
 */
export const LANGUAGES = ['ts', 'tsx', 'json', 'sh', 'css', 'diff', 'text'] as const
export type Language = (typeof LANGUAGES)[number]

/** A fenced block of a page. */
export interface CodeBlock {
  page: string
  /** Of its fence, from 1. */
  line: number
  language: Language
  code: string
  /** Why it is not compiled; null for one that is. */
  excuse: string | null
}

export const BLOCKS: readonly CodeBlock[] = PAGES.flatMap(blocksOf)

export function blocksIn(...languages: readonly Language[]): readonly CodeBlock[] {
  return BLOCKS.filter(({ language }) => languages.includes(language))
}

function blocksOf(page: string): CodeBlock[] {
  const text = textOf(page)
  // Within a list a block is indented.
  return [...text.matchAll(/^( *)```(.*)\n([^]*?)^\1```$/gm)].map((match) => {
    const [, margin = '', language, code = ''] = match
    const before = text.slice(0, match.index)
    return {
      page,
      line: before.split('\n').length,
      language: language as Language,
      code: code.replaceAll(new RegExp(`^${margin}`, 'gm'), ''),
      excuse: /(?:<!--|\{\/\*) not compiled: (.+?) (?:-->|\*\/\})\n+$/.exec(before)?.[1] ?? null,
    }
  })
}
