import type { ReactNode } from 'react'
import type { StoryContext } from 'storybook/internal/csf'
import { expect, waitFor } from 'storybook/test'
import { AuthProvider } from '../src/index.js'
import { BACKENDS } from './backends.js'
import type { DialectId } from './dialect-ids.js'
import { ADA, createScene, PASSWORD, sceneOf } from './flow-scene.js'
import { languageOf, LINKS, type Globals } from './surroundings.js'

interface Setting {
  /** The component's name, for the code beside it. */
  name: string
  backend?: DialectId
  signedIn?: boolean
}

/** The parts of a drop-in's own page: its props to play with, its code to copy, a fake server behind it. */
export function dropInStories<Args extends object>(
  { name, backend = 'edgebase', signedIn = false }: Setting,
  show: (args: Args) => ReactNode,
) {
  return {
    parameters: {
      docs: {
        codePanel: true,
        source: {
          language: 'tsx' as const,
          transform: (_: string, { args }: { args: object }) => usage(name, args),
        },
      },
    },
    loaders: async ({ globals }: Pick<StoryContext, 'globals'>) => {
      const asked = globals['backend'] as string
      const scene = createScene(
        { backend: Object.hasOwn(BACKENDS, asked) ? (asked as DialectId) : backend },
        { isDirect: true },
      )
      if (signedIn) await scene.client.signIn({ email: ADA.email, password: PASSWORD })
      return { scene }
    },
    render: (
      args: Args,
      { loaded, globals }: { loaded: Record<string, unknown>; globals: Globals },
    ) => {
      const { client, captcha } = sceneOf({ loaded })
      return (
        <AuthProvider client={client} captcha={captcha} links={LINKS} {...languageOf(globals)}>
          {show(args)}
        </AuthProvider>
      )
    },
    play: async ({ canvasElement }: Pick<StoryContext, 'canvasElement'>) => {
      await waitFor(() =>
        expect(
          canvasElement.querySelector('[data-gatewright] :is(button, input, h2)'),
        ).toBeVisible(),
      )
    },
  }
}

/** What an app writes. Props that only a program can give are left out. */
function usage(name: string, args: object): string {
  const props = Object.entries(args).flatMap(([prop, value]) => {
    if (value === true) return [` ${prop}`]
    if (typeof value === 'string') return value === '' ? [] : [` ${prop}=${JSON.stringify(value)}`]
    const isPlain = Array.isArray(value) || typeof value === 'number' || value === false
    return isPlain ? [` ${prop}={${JSON.stringify(value)}}`] : []
  })
  return `import { AuthProvider, ${name} } from 'gatewright'
import { client } from './client.js'

export function Page() {
  return (
    <AuthProvider client={client}>
      <${name}${props.join('')} />
    </AuthProvider>
  )
}`
}
