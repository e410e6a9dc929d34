import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import english from '../../locales/en.json' with { type: 'json' }
import { gatewright } from './gatewright.js'

async function fileOf(name: string, copy: unknown): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'gatewright-')), name)
  await writeFile(file, typeof copy === 'string' ? copy : JSON.stringify(copy))
  return file
}

describe('the copy of an app', () => {
  it('is clean where the language it adds is whole', async () => {
    const counts = Object.entries(english.counts).map(([key, text]) => [key, text])
    const welsh = ['zero', 'one', 'two', 'few', 'many', 'other'].flatMap((form) =>
      counts
        .filter(([key]) => key?.endsWith('_other'))
        .map(([key, text]) => [key?.replace(/other$/, form), text]),
    )
    const copy = { ...english, counts: Object.fromEntries(welsh) as object }
    const { status, output } = await gatewright(['locales', await fileOf('cy.json', copy)])
    expect(output).toMatch(/cy: \d+ sentences, 0 faults\n$/)
    expect(status).toBe(0)
  })

  it('names each fault of a language, and ends with 1', async () => {
    const { actions, ...rest } = english
    const copy = { ...rest, actions: { ...actions, signInWith: 'Parhau', greet: 'Helo' } }
    const file = await fileOf('welsh.json', copy)
    const { status, output } = await gatewright(['locales', file, '--language', 'cy'])
    expect(output).toContain('cy: placeholders actions.signInWith')
    expect(output).toContain('cy: extra actions.greet')
    expect(output).toContain('cy: plural counts.problems_few')
    expect(status).toBe(1)
  })

  it('may override some sentences of several languages', async () => {
    const file = await fileOf('copy.json', {
      en: { actions: { signIn: 'Log in' } },
      de: { actions: { signIn: 'Einloggen', singUp: 'Registrieren' } },
    })
    const { status, output } = await gatewright(['locales', '--overrides', file, '--json'])
    expect(JSON.parse(output)).toMatchObject([
      { language: 'en', sentences: 1, faults: [] },
      { language: 'de', sentences: 2, faults: [{ key: 'actions.singUp', fault: 'extra' }] },
    ])
    expect(status).toBe(1)
  })

  it.each([
    ['no file', [], 'no file was given'],
    [
      'a file that is not there',
      ['nowhere/cy.json'],
      '"nowhere/cy.json" could not be read (ENOENT)',
    ],
    ['an option it does not know', ['--strict', 'cy.json'], '--strict'],
  ])('is not called clean for %s', async (_, args, words) => {
    const { status, errors } = await gatewright(['locales', ...args])
    expect(errors).toContain(words)
    expect(status).toBe(2)
  })

  it.each([
    ['is not JSON', 'cy.json', '{"actions": ', 'is not JSON'],
    ['holds no copy', 'cy.json', '["Sign in"]', 'holds no copy'],
    [
      'has a name that is no language',
      'copy of de.json',
      '{}',
      '"copy of de" is not the tag of a language',
    ],
  ])('is not called clean where a file %s', async (_, name, text, words) => {
    const { status, errors } = await gatewright(['locales', await fileOf(name, text)])
    expect(errors).toContain(words)
    expect(status).toBe(2)
  })
})
