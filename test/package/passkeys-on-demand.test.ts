import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = resolve('src')

/** What a file loads as soon as it is loaded: its static imports, those of types apart. */
function importsOf(path: string): string[] {
  const statement = /^(?:import|export)\s+(?!type\s)(?:[\w*\s{},$]*?\sfrom\s+)?'([^']+)'/gm
  return [...readFileSync(path, 'utf8').matchAll(statement)].map(([, specifier = '']) => specifier)
}

function sourceOf(specifier: string, from: string): string {
  const path = join(dirname(from), specifier).replace(/\.js$/, '')
  return [`${path}.ts`, `${path}.tsx`].find((file) => exists(file)) ?? path
}

function exists(path: string): boolean {
  try {
    readFileSync(path)
    return true
  } catch {
    return false
  }
}

/** Everything that comes along with a file, packages by their names. */
function comesWith(entry: string): Set<string> {
  const met = new Set<string>()
  const open = [join(SRC, entry)]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const name = relative(SRC, path)
    if (met.has(name)) continue
    met.add(name)
    for (const specifier of importsOf(path)) {
      if (!specifier.startsWith('.')) met.add(specifier)
      else if (!specifier.endsWith('.json')) open.push(sourceOf(specifier, path))
    }
  }
  return met
}

const isAboutPasskeys = (name: string) => /^client\/passkey|simplewebauthn/.test(name)

describe('what a sign-in page loads', () => {
  it('has nothing of passkeys in it until they are asked for', () => {
    const loaded = comesWith('components/sign-in.tsx')
    expect(loaded).toContain('hooks/use-sign-in.ts')
    expect(loaded).toContain('components/mfa-challenge.tsx')
    expect([...loaded].filter(isAboutPasskeys)).toEqual([])
  })

  it('has them with the button, but for the library that speaks to the browser', () => {
    const loaded = [...comesWith('components/passkey-button.tsx')].filter(isAboutPasskeys)
    expect(loaded).toContain('client/passkey-sign-in.ts')
    expect(loaded).not.toContain('@simplewebauthn/browser')
  })
})
