import { composeStories } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'

/** A story with all that its file and the project put around it. */
type Story = ComponentType & {
  load: () => Promise<void>
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>
}

type StoryFile = Parameters<typeof composeStories>[0]

const FILES = import.meta.glob<StoryFile>('../../stories/**/*.stories.{ts,tsx}')

/** How long a story may take over what it plays, in milliseconds. What it has not come to by then is left out. */
const PLAY_MS = 250

/** What a page of all stories can do; each call answers once the page has settled. */
export interface StoriesOfPage {
  /** Every story by file and name. */
  list: () => Promise<string[]>
  /** Draws a story, plays it if asked, and takes it away. Gives the server's markup of it as well. */
  show: (name: string, play: boolean) => Promise<string>
  /** Takes over the markup that came with the page. Gives what React had to mend. */
  hydrate: (name: string) => Promise<string[]>
}

async function storiesOf(file: string): Promise<Record<string, Story>> {
  // A bundler may put more into a module than its file gives out.
  const held = Object.entries((await FILES[file]?.()) ?? {}).filter(([, one]) => isStory(one))
  return composeStories(Object.fromEntries(held) as StoryFile) as Record<string, Story>
}

function isStory(given: unknown): boolean {
  return typeof given === 'object' && given !== null && Reflect.get(given, '_tag') === 'Story'
}

async function storyOf(name: string): Promise<Story> {
  const [file = '', story = ''] = name.split(' ')
  const Held = (await storiesOf(file))[story]
  if (!Held) throw new Error(`There is no story ${name}.`)
  await Held.load()
  return Held
}

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
/** Effects have run, and what is at hand has been loaded. */
const settled = () => after(20)

/** Ids that two stories on one page do not share. */
const prefixOf = (name: string) => name.replaceAll(/\W+/g, '-')

const stories: StoriesOfPage = {
  async list() {
    const names: string[] = []
    for (const file of Object.keys(FILES)) {
      names.push(...Object.keys(await storiesOf(file)).map((name) => `${file} ${name}`))
    }
    return names
  },
  async show(name, play) {
    const Shown = await storyOf(name)
    const identifierPrefix = prefixOf(name)
    const markup = renderToString(<Shown />, { identifierPrefix })
    const canvasElement = document.createElement('div')
    document.body.append(canvasElement)
    const root = createRoot(canvasElement)
    root.render(<Shown />)
    await settled()
    if (play && Shown.play) {
      // Whether it does what it should is asked elsewhere; here it only has to get somewhere.
      const played = Shown.play({ canvasElement }).catch(() => undefined)
      await Promise.race([played, after(PLAY_MS)])
    }
    root.unmount()
    canvasElement.remove()
    return markup
  },
  async hydrate(name) {
    const Shown = await storyOf(name)
    const mended: string[] = []
    const container = document.getElementById(prefixOf(name))
    if (!container) throw new Error(`There is no markup of ${name}.`)
    const root = hydrateRoot(container, <Shown />, {
      identifierPrefix: prefixOf(name),
      onRecoverableError: (error) => mended.push(String(error)),
    })
    await settled()
    root.unmount()
    return mended
  },
}

Object.assign(window, { stories })
