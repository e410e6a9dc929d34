import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCsf } from 'storybook/internal/csf-tools'
import { describe, expect, it } from 'vitest'
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'

const STORIES = join(import.meta.dirname, '../../stories')

interface StoryFile {
  shelf: string
  /** Name without its endings: `account-locked`. */
  name: string
  title: string
  stories: { name: string; hasPlay: boolean }[]
}

function storyFiles(shelf: string): StoryFile[] {
  return readdirSync(join(STORIES, shelf)).flatMap((file) => {
    const [name = '', ending] = file.split(/\.stories\.tsx?$/)
    if (ending === undefined) return []
    const code = readFileSync(join(STORIES, shelf, file), 'utf8')
    const csf = loadCsf(code, { fileName: file, makeTitle: (title) => title }).parse()
    const stories = csf.indexInputs.map(({ exportName, tags }) => ({
      name: exportName,
      hasPlay: tags?.includes('play-fn') === true,
    }))
    return [{ shelf, name, title: csf.meta.title ?? '', stories }]
  })
}

const views = storyFiles('views')
const flows = storyFiles('flows')
const primitives = storyFiles('primitives')
const headless = storyFiles('headless')
const components = storyFiles('components')

interface PublicName {
  name: string
  from: string
}

/** The values that the entry point gives out, each with the module it is from. */
const PUBLIC = [
  ...readFileSync(join(STORIES, '../src/index.ts'), 'utf8').matchAll(
    /export \{([^}]*)\} from '([^']+)'/g,
  ),
].flatMap(([, names = '', from = '']): PublicName[] =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => ({ name, from })),
)
const HOOKS = PUBLIC.map(({ name }) => name).filter((name) => /^use[A-Z]/.test(name))
const COMPONENTS = PUBLIC.filter(
  ({ from, name }) => from.startsWith('./components/') && /^[A-Z]/.test(name),
).map(({ name }) => name)
/** Without the primitives that are bound to the client (`<Countdown/>`): they bring no looks, and are told of as such. */
const DROP_INS = COMPONENTS.filter(
  (name) => !primitives.some((primitive) => primitive.name === fileNameOf(name)),
)

/** Components that have their props on the page of another. */
const ON_THE_PAGE_OF: Readonly<Record<string, string>> = { SignedOut: 'SignedIn' }

/** Drop-ins that the story of another screen tells of. */
const TOLD_IN: Readonly<Record<string, string>> = {
  EmailSignInButton: 'flows/sign-in-ways',
  GuestButton: 'flows/guest',
  MfaChallenge: 'flows/mfa',
  OAuthCallback: 'flows/providers',
  ProviderButtons: 'flows/providers',
  ResetPassword: 'flows/forgot-password',
  SignedIn: 'flows/sign-in',
  SignedOut: 'flows/sign-in',
  UiStateView: 'views/unknown',
}

/** `useOAuthCallback` is told of in `use-oauth-callback`. */
function fileNameOf(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase()
}

describe('the shelves of Storybook', () => {
  it('show a view of every kind, and of nothing else', () => {
    const kinds = Object.keys(STATE_FACTS).map((kind) => kind.replaceAll('_', '-'))
    expect(views.map(({ name }) => name).toSorted()).toEqual(kinds.toSorted())
  })

  it('show every primitive', () => {
    const folders = readdirSync(join(STORIES, '../src/primitives'), { withFileTypes: true })
    // Hidden text has nothing to show.
    const shown = folders.filter((entry) => entry.isDirectory() && entry.name !== 'visually-hidden')
    expect(primitives.map(({ name }) => name).toSorted()).toEqual(
      shown.map(({ name }) => name).toSorted(),
    )
  })

  it.each(['sign-in', 'lockout', 'mfa'])('go through %s on each of the five dialects', (flow) => {
    const names = flows.find(({ name }) => name === flow)?.stories.map(({ name }) => name)
    expect(names).toEqual(['Calimatic', 'AuthSvc', 'Authos', 'Intelliauth', 'Edgebase'])
  })

  it.each(['unverified-email', 'captcha', 'password-reset', 'offline'])('go through %s', (flow) => {
    expect(flows.find(({ name }) => name === flow)?.stories.length).toBeGreaterThan(0)
  })

  it.each(DROP_INS)('show <%s/> at work', (name) => {
    const path = TOLD_IN[name] ?? `flows/${fileNameOf(name)}`
    const told = [...flows, ...views].find((file) => `${file.shelf}/${file.name}` === path)
    expect(told?.stories.filter(({ hasPlay }) => hasPlay).length, path).toBeGreaterThan(0)
  })

  it('give every component a page with its props and its code, and nothing else one', () => {
    const pages = COMPONENTS.map((name) => fileNameOf(ON_THE_PAGE_OF[name] ?? name))
    expect(components.map(({ name }) => name).toSorted()).toEqual([...new Set(pages)].toSorted())
  })

  it.each(COMPONENTS)('document <%s/> on the page it has', (name) => {
    const page = fileNameOf(ON_THE_PAGE_OF[name] ?? name)
    const code = readFileSync(join(STORIES, 'components', `${page}.stories.tsx`), 'utf8')
    expect(code).toContain("tags: ['autodocs']")
    expect(code).toMatch(new RegExp(`(component: ${name}|subcomponents: \\{ ${name})\\b`))
    expect(code).toContain('export const Usage = ')
  })

  // What is picked out of another interface, docgen does not see.
  it.each(COMPONENTS)('can name every prop of <%s/>', (name) => {
    const { from } = PUBLIC.find((one) => one.name === name) ?? { from: '' }
    const code = readFileSync(join(STORIES, '../src', from.replace(/\.js$/, '.tsx')), 'utf8')
    const [, extended = ''] =
      new RegExp(`export interface ${name}Props\\s+extends([^{]*)`).exec(code) ?? []
    expect(extended.replaceAll(/Omit<ComponentPropsWithoutRef<[^>]*>,[^>]*>/g, '')).not.toMatch(
      /Pick<|Omit</,
    )
  })

  it('show every hook on its own, and nothing else', () => {
    expect(headless.map(({ name }) => name).toSorted()).toEqual(HOOKS.map(fileNameOf).toSorted())
  })

  it.each(
    [...components, ...views, ...flows, ...primitives, ...headless].map(
      (file) => [`${file.shelf}/${file.name}`, file] as const,
    ),
  )('title %s by its file, and play each of its stories', (path, { title, stories }) => {
    expect(title).toBe(path)
    expect(stories.length).toBeGreaterThan(0)
    expect(stories.filter(({ hasPlay }) => !hasPlay)).toEqual([])
  })
})

describe.each(HOOKS)('the example of %s', (hook) => {
  const name = fileNameOf(hook)
  const file = join(STORIES, 'headless', `${name}.tsx`)
  const code = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const imports = [...code.matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)].map(
    ([, names = '', from = '']) => ({ names: names.match(/\w+/g) ?? [], from }),
  )

  it('calls it, in plain HTML', () => {
    const own = imports.filter(({ from }) => from === 'gatewright').flatMap(({ names }) => names)
    expect(own).toContain(hook)
    expect(code).toContain(`${hook}(`)
    expect(own.filter((one) => DROP_INS.includes(one))).toEqual([])
    expect(code).not.toMatch(/data-gw|\.css/)
  })

  it('can be copied: it needs the kit, React and its neighbours alone', () => {
    const foreign = imports
      .map(({ from }) => from)
      .filter((from) => !/^(gatewright(\/\w+)?|react|\.\/use-[\w-]+\.js)$/.test(from))
    expect(foreign).toEqual([])
    expect(code.split('\n').length).toBeLessThan(100)
  })

  it('is played through, once to its end and once to a failure at least', () => {
    const stories = headless.find((file) => file.name === name)?.stories ?? []
    expect(stories.filter(({ hasPlay }) => hasPlay).length).toBeGreaterThan(1)
  })
})
