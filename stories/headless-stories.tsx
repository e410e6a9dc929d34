import type { ReactNode } from 'react'
import type { StoryContext } from 'storybook/internal/csf'
import { expect } from 'storybook/test'
import { AuthProvider } from '../src/index.js'
import type { FakeAccount } from '../src/testing/index.js'
import { fillField } from './fill-field.js'
import { flowStories, sceneOf, type FlowArgs, type FlowScene } from './flow-scene.js'
import { scriptedStories, type ScriptedArgs, type ScriptedScene } from './scripted-scene.js'
import { languageOf, LINKS, type Globals } from './surroundings.js'

/** Every example by its file, as text. */
const SOURCES = import.meta.glob<string>(['./headless/*.tsx', '!./headless/*.stories.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

interface Shown {
  loaded: Record<string, unknown>
  globals: Globals
}

/** An example on the fake auth server, with nothing of the kit's own look around it, and its code beside it. */
export function headlessStories(
  /** Name of its file, which is the hook's. */
  name: string,
  show: (scene: FlowScene) => ReactNode,
  { signedInAs, ...args }: FlowArgs & { signedInAs?: FakeAccount },
) {
  return {
    ...flowStories,
    args,
    parameters: codeOf(name),
    render: (_: FlowArgs, { loaded, globals }: Shown) => {
      const scene = sceneOf({ loaded })
      const { client, captcha } = scene
      return (
        <AuthProvider client={client} captcha={captcha} links={LINKS} {...languageOf(globals)}>
          {show(scene)}
        </AuthProvider>
      )
    },
    beforeEach: async (context: Pick<StoryContext, 'msw' | 'loaded'>) => {
      flowStories.beforeEach(context)
      if (!signedInAs || sceneOf(context).isKept) return
      const { email, password = '' } = signedInAs
      await sceneOf(context).client.signIn({ email, password })
    },
  }
}

/** The same on scripted answers, for what the fake auth server does not have. */
export function scriptedHeadlessStories(
  name: string,
  show: (scene: ScriptedScene, args: ScriptedArgs) => ReactNode,
) {
  return { ...scriptedStories(show), parameters: codeOf(name) }
}

/** What a person does on a plain page, and what they see. */
export interface HeadlessSteps {
  /** Puts a text in place of a field's own. */
  fill: (label: string, text: string) => Promise<void>
  press: (name: string) => Promise<void>
  sees: (text: string | RegExp) => Promise<void>
}

export function headlessSteps({
  canvas,
  userEvent,
}: Pick<StoryContext, 'canvas' | 'userEvent'>): HeadlessSteps {
  return {
    async fill(label: string, text: string) {
      await fillField({ userEvent }, await canvas.findByLabelText(label), text)
    },
    async press(name: string) {
      await userEvent.click(await canvas.findByRole('button', { name }))
    },
    async sees(text: string | RegExp) {
      await expect(await canvas.findByText(text)).toBeVisible()
    },
  }
}

/** The file as a reader would copy it. */
function codeOf(name: string) {
  const code = SOURCES[`./headless/${name}.tsx`] ?? ''
  return { docs: { codePanel: true, source: { code, language: 'tsx' as const } } }
}
