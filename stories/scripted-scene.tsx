import type { ReactNode } from 'react'
import type { StoryContext } from 'storybook/internal/csf'
import { createAuthClient } from '../src/client/create-auth-client.js'
import { AuthProvider, type AuthClient } from '../src/index.js'
import { scriptedServer } from '../test/components/scripted-server.js'
import {
  restorePlatform,
  stubPlatform,
  type Platform,
} from '../test/components/platform-passkeys.js'
import { BACKENDS, baseUrlOf, type BackendId } from './backends.js'
import { languageOf, LINKS, type Globals } from './surroundings.js'

export interface ScriptedArgs {
  backend: BackendId
  /** What the server says, by method and path. */
  routes: Parameters<typeof scriptedServer>[0]
  /** Somebody is signed in already. */
  signedIn?: boolean
  /** The browser can offer passkeys in a form field. */
  autofill?: boolean
  /** What a provider sends the user back with, given the state that went out. */
  provider?: Provider
}

/** The end of a journey to a provider: what the address carries. */
export type Provider = (state: string | null) => { query?: string; fragment?: string }

/** A server that answers as its reference says, where the fake auth server has no such routes. */
export interface ScriptedScene {
  client: AuthClient
  server: ReturnType<typeof scriptedServer>
  platform: Platform
}

/** The parts every `flows/` file on scripted answers begins with, but for what it shows. */
export function scriptedStories(show: (scene: ScriptedScene, args: ScriptedArgs) => ReactNode) {
  return {
    argTypes: { routes: { control: false as const } },
    loaders: ({ args }: { args: ScriptedArgs }) => ({ scene: createScriptedScene(args) }),
    beforeEach: () => leaveNothing,
    render: (
      args: ScriptedArgs,
      { loaded, globals }: { loaded: Record<string, unknown>; globals: Globals },
    ) => {
      const scene = scriptedSceneOf({ loaded })
      return (
        <AuthProvider client={scene.client} links={LINKS} {...languageOf(globals)}>
          {show(scene, args)}
        </AuthProvider>
      )
    },
  }
}

/** Undoes what a scene has changed in the browser. */
export function leaveNothing(): void {
  restorePlatform()
  sessionStorage.clear()
  localStorage.removeItem('gatewright:last-method')
}

/** The scene that a story's loader has made. */
export function scriptedSceneOf({ loaded }: Pick<StoryContext, 'loaded'>): ScriptedScene {
  return loaded['scene'] as ScriptedScene
}

export function createScriptedScene({
  backend,
  routes,
  signedIn,
  autofill = false,
}: ScriptedArgs): ScriptedScene {
  const server = scriptedServer(
    { 'GET /get-session': { body: null }, ...routes },
    new URL(baseUrlOf(backend), window.location.origin).href,
  )
  const client = createAuthClient({
    backend: BACKENDS[backend],
    fetch: server.fetch,
    name: crypto.randomUUID(),
  })
  if (signedIn) {
    void client.adopt({
      user: { id: 'u1', email: 'ada@example.com', name: 'Ada', emailVerified: true },
      accessToken: 'access-1',
      refreshToken: null,
      expiresInSeconds: null,
    })
  }
  return { client, server, platform: stubPlatform({ autofill }) }
}
