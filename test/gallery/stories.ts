import { page } from 'vitest/browser'
import type { CopyOverrides } from '../../src/index.js'
import type { FlowPlay } from '../../stories/flow-scene.js'

/** What Storybook's `meta.story()` gives, as far as the gallery needs it. */
interface Story {
  extend: (annotations: object) => Story
  run: () => Promise<void>
}

export interface Exhibit {
  /** Shelf, page and name, such as `views/account-locked/TheHeaderNamesTheSeconds`. */
  id: string
  /** `views`, `flows`, `headless`, … */
  shelf: string
  story: Story
}

const FILES = import.meta.glob<Record<string, unknown>>('../../stories/**/*.stories.{ts,tsx}', {
  eager: true,
})

function isStory(value: unknown): value is Story {
  return typeof value === 'object' && value !== null && 'composed' in value && 'extend' in value
}

/** Every story of the book. */
export const EXHIBITS: readonly Exhibit[] = Object.entries(FILES).flatMap(([file, exports]) =>
  Object.entries(exports).flatMap(([name, story]) => {
    const [shelf = '', page = ''] = file
      .replace(/\.stories\.tsx?$/, '')
      .split('/')
      .slice(-2)
    return isStory(story) ? [{ id: `${shelf}/${page}/${name}`, shelf, story }] : []
  }),
)

export interface Light {
  width: number
  /** Default: 640. */
  height?: number
  locale: string
  /** A theme of the toolbar. Default: the kit's own look. */
  look?: string
  theme: 'light' | 'dark'
  direction: 'auto' | 'ltr' | 'rtl'
  /** Sentences by language, instead of the kit's. */
  copy?: CopyOverrides
}

/** Shows a story as it looks before anybody has touched it, or after some steps of one's own. */
export async function show(
  { story }: Exhibit,
  { width, height = 640, ...globals }: Light,
  play: (context: FlowPlay) => Promise<void> = async () => undefined,
): Promise<HTMLElement> {
  await page.viewport(width, height)
  await story.extend({ globals, play, parameters: { a11y: { disable: true } } }).run()
  return document.body
}

/** What a look at each of these stories finds, by story. */
export async function findingsIn(
  exhibits: readonly Exhibit[],
  light: Light,
  look: (page: HTMLElement) => string[] | Promise<string[]>,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const exhibit of exhibits) {
    const faults = await look(await show(exhibit, light))
    if (faults.length > 0) found[exhibit.id] = faults
  }
  return found
}
