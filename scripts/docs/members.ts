import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { code, table } from './markdown.js'

interface Member {
  name: string
  optional: boolean
  type: string
  words: string
}

interface Declared {
  file: string
  heritage: string
  body: string
}

const DECLARED = new Map<string, Declared>()
for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (!/\.tsx?$/.test(path)) continue
  const file = join('src', path)
  const source = readFileSync(file, 'utf8')
  // What several files call the same is private to each.
  for (const [, name = '', heritage = '', body = ''] of source.matchAll(
    /^export interface (\w+)(?:<[^>]*>)?((?:\s+extends\s+[^{]*)?) \{\n([^]*?)^\}$/gm,
  )) {
    DECLARED.set(name, { file, heritage, body })
  }
}

/**
 * The members of a public interface, its own before those it extends: name, type and doc comment, as the source has
 * them.
 *
 * @throws for a name that `src` does not export as an interface.
 */
export function memberTable(name: string): string {
  const { members, element } = membersOf(name)
  const rows = members.map(({ name: member, optional, type, words }) => [
    code(optional ? `${member}?` : member),
    code(type),
    words,
  ])
  const lines = table(['Name', 'Type', 'What it is'], rows)
  return element === null ? lines : `${lines}\n\nAnd whatever a ${code(`<${element}>`)} takes.`
}

function membersOf(name: string): { members: Member[]; element: string | null } {
  const declared = DECLARED.get(name)
  if (!declared) {
    throw new Error(
      `Gatewright: a guide asks for the members of ${name}, and src exports no interface of that name. ` +
        `Correct the name in its comment \`<!-- members: … -->\`.`,
    )
  }
  const members = readMembers(declared.body)
  let element: string | null = null
  for (const base of basesOf(declared.heritage)) {
    element ??= /ComponentPropsWithoutRef<'(\w+)'>/.exec(base)?.[1] ?? null
    const picked = /^(Pick|Omit)<(\w+), ([^>]*)>$/.exec(base)
    const inherited = DECLARED.has(picked?.[2] ?? base)
      ? membersOf(picked?.[2] ?? base).members
      : []
    const names: readonly string[] = picked?.[3]?.match(/\w+/g) ?? []
    const taken = inherited.filter(
      (member) =>
        !members.some((own) => own.name === member.name) &&
        (!picked || names.includes(member.name) === (picked[1] === 'Pick')),
    )
    members.push(...taken)
  }
  return { members, element }
}

/** `extends A, Omit<B, 'c'>`, parted where a comma stands outside of brackets. */
function basesOf(heritage: string): string[] {
  const list = heritage.replace(/^\s*extends\s+/, '')
  return list
    .split(/,(?![^<]*>)/)
    .map((base) => base.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
}

function readMembers(body: string): Member[] {
  const found = body.matchAll(
    /(?:^ {2}\/\*\*([^]*?)\*\/\n)?^ {2}(?:readonly )?(\w+)(\?)?:\s([^]*?)\n(?=^ {2}(?:\/\*\*|readonly |\w)|$(?![^]))/gm,
  )
  return [...found].map(([, comment = '', name = '', optional, type = '']) => ({
    name,
    optional: optional !== undefined,
    type: type
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replace(/ \| undefined$/, '')
      .replace(/^\| /, '')
      .replace(/^\(([^()]*\([^()]*\)[^()]*)\)$/, '$1'),
    words: comment
      .replaceAll(/\n\s*\* ?/g, ' ')
      .replaceAll(/\s+/g, ' ')
      // Guides are copied from: without a method, a form that is sent too early puts the password into the address.
      .replaceAll('<form onSubmit>', '<form method="post" onSubmit>')
      .trim(),
  }))
}
