import { readdirSync, readFileSync } from 'node:fs'
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

  it.each(['unverified-email', 'captcha', 'password-reset', 'offline', 'headless-sign-in'])(
    'go through %s',
    (flow) => {
      expect(flows.find(({ name }) => name === flow)?.stories.length).toBeGreaterThan(0)
    },
  )

  it.each(
    [...views, ...flows, ...primitives].map(
      (file) => [`${file.shelf}/${file.name}`, file] as const,
    ),
  )('title %s by its file, and play each of its stories', (path, { title, stories }) => {
    expect(title).toBe(path)
    expect(stories.length).toBeGreaterThan(0)
    expect(stories.filter(({ hasPlay }) => !hasPlay)).toEqual([])
  })
})
