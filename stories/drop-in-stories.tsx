import type { ReactNode } from 'react'
import type { StoryContext } from 'storybook/internal/csf'
import { AuthProvider, type AuthClient } from '../src/index.js'
import type { FakeAuthServer, FakeAuthServerOptions } from '../src/testing/index.js'
import type { DialectId } from './dialect-ids.js'
import { ComponentDocsPage } from './docs/docs-pages.js'
import { ADA, createSceneFor, PASSWORD, sceneOf, type FlowScene } from './flow-scene.js'
import {
  createScriptedScene,
  leaveNothing,
  type ScriptedArgs,
  type ScriptedScene,
} from './scripted-scene.js'
import { languageOf, LINKS, type Globals } from './surroundings.js'
import { Unless } from './switched-backend.js'

interface Page {
  /** The component's name, for the code beside it. */
  name: string
  /** Props that are written in it whatever the controls say. */
  fixed?: string
  /** The code, where there is more to write than the component, given what is written of it. Default: a page of it. */
  code?: (element: string, name: string) => string
}

interface Setting<Given> extends Page {
  backend?: DialectId
  /** What this server does differently. */
  server?: Partial<FakeAuthServerOptions>
  signedIn?: boolean
  /** What came of what happened before. */
  given?: (scene: FlowScene) => Promise<Given>
  fetchFrom?: (server: FakeAuthServer) => typeof globalThis.fetch
}

interface Shown {
  loaded: Record<string, unknown>
  globals: Globals
}

/** The parts of a drop-in's own page: its props to play with, its code to copy, a fake server behind it. */
export function dropInStories<Args extends object, Given = unknown>(
  {
    backend = 'edgebase',
    server,
    signedIn = false,
    given,
    fetchFrom = ({ fetch }) => fetch,
    ...page
  }: Setting<Given>,
  show: (props: Args, scene: FlowScene, given: Given) => ReactNode,
) {
  return {
    parameters: codeOf(page),
    loaders: async ({ globals }: Pick<StoryContext, 'globals'>) => {
      const scene = createSceneFor(globals, { backend, ...(server && { server }) }, fetchFrom)
      if (signedIn) await scene.client.signIn({ email: ADA.email, password: PASSWORD })
      return { scene, given: await given?.(scene) }
    },
    render: (args: Args, { loaded, globals }: Shown) => {
      const scene = sceneOf({ loaded })
      return (
        <Unless key={scene.backend} backend={scene.backend}>
          <Provided {...scene} globals={globals}>
            {show(args, scene, loaded['given'] as Given)}
          </Provided>
        </Unless>
      )
    },
  }
}

interface ScriptedPage extends Page, ScriptedArgs {}

/** The same on scripted answers, for what the fake auth server does not have. */
export function scriptedDropInStories<Args extends object>(
  { name, fixed, code, ...scripted }: ScriptedPage,
  show: (props: Args, scene: ScriptedScene) => ReactNode,
) {
  return {
    parameters: codeOf({ name, ...(fixed && { fixed }), ...(code && { code }) }),
    loaders: () => ({ scene: createScriptedScene(scripted) }),
    beforeEach: () => leaveNothing,
    render: (args: Args, { loaded, globals }: Shown) => {
      const scene = loaded['scene'] as ScriptedScene
      return (
        <Provided client={scene.client} globals={globals}>
          {show(args, scene)}
        </Provided>
      )
    },
  }
}

interface ProvidedProps extends Pick<Partial<FlowScene>, 'captcha'> {
  client: AuthClient
  globals: Globals
  children: ReactNode
}

function Provided({ client, captcha, globals, children }: ProvidedProps) {
  return (
    <AuthProvider
      client={client}
      links={LINKS}
      {...(captcha && { captcha })}
      {...languageOf(globals)}
    >
      {children}
    </AuthProvider>
  )
}

function codeOf({ name, fixed = '', code = pageOf }: Page) {
  return {
    dropIn: name,
    docs: {
      page: ComponentDocsPage,
      codePanel: true,
      source: {
        language: 'tsx' as const,
        transform: (_: string, { args }: { args: object }) =>
          code(elementOf(name, fixed, args), name),
      },
    },
  }
}

/** What an app writes of it. Props that only a program can give are left out. */
function elementOf(name: string, fixed: string, args: object): string {
  const props = Object.entries(args).flatMap(([prop, value]) => {
    if (prop === 'children' || fixed.startsWith(`${prop}=`)) return []
    if (value === true) return [` ${prop}`]
    if (typeof value === 'string') return value === '' ? [] : [` ${prop}=${JSON.stringify(value)}`]
    const isPlain = Array.isArray(value) || typeof value === 'number' || value === false
    return isPlain ? [` ${prop}={${JSON.stringify(value)}}`] : []
  })
  const written = fixed === '' ? props : [` ${fixed}`, ...props]
  return `<${name}${written.join('')} />`
}

function pageOf(element: string, name: string): string {
  return `import { AuthProvider, ${name} } from 'gatewright'
import { client } from './client.js'

export function Page() {
  return (
    <AuthProvider client={client}>
      ${element}
    </AuthProvider>
  )
}`
}
