import type { Page } from '@playwright/test'

/** A prop as the page of its component shows it. */
export interface ShownProp {
  component: string
  name: string
  /** Its type in words; null where none is told. */
  type: string | null
  description: string
  /** The kind of control; null for none. */
  control: string | null
  options: readonly unknown[]
}

interface StoryOfProps {
  argTypes: Readonly<Record<string, ArgType>>
}

interface ArgType {
  description?: string
  control?: false | { type?: string; disable?: boolean }
  options?: readonly unknown[]
  table?: { type?: { summary?: string } }
}

/** Storybook's own entry to a built book, as far as it is asked here. */
interface BuiltPreview {
  ready: () => Promise<unknown>
  loadStory: (story: { storyId: string }) => Promise<StoryOfProps>
}

/** Every prop of every component of the built book, with the page at one of its stories. */
export async function shownProps(page: Page, stories: readonly string[]): Promise<ShownProp[]> {
  return page.evaluate(async (ids) => {
    const preview = Reflect.get(window, '__STORYBOOK_PREVIEW__') as BuiltPreview
    await preview.ready()
    const props: ShownProp[] = []
    for (const id of ids) {
      const { argTypes } = await preview.loadStory({ storyId: id })
      for (const [name, { control, table, options = [], description = '' }] of Object.entries(
        argTypes,
      )) {
        const type = table?.type?.summary ?? null
        const isShown = control !== undefined && control !== false && control.disable !== true
        const kind = isShown ? (control.type ?? null) : null
        props.push({ component: id, name, type, description, control: kind, options })
      }
    }
    return props
  }, stories)
}

const CONTROLS: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  string: 'text',
  number: 'number',
  ReactNode: 'text',
}

/** The control that a type in words has to have: `select` for literals; undefined where any will do. */
export function controlFor(type: string | null): string | null | undefined {
  if (type === null) return undefined
  if (/^'[^']*'( \| '[^']*')*$/.test(type)) return 'select'
  if (type.includes('=>') || type === 'PasswordStrength') return null
  return CONTROLS[type.replace(' | null', '')]
}
