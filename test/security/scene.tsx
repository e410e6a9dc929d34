import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, waitFor } from '@testing-library/react'
import { IDBFactory } from 'fake-indexeddb'
import { Fragment, StrictMode, type ReactNode } from 'react'
import { authos } from '../../src/backends/authos/index.js'
import type { Backend } from '../../src/backends/backend.js'
import { intelliauth } from '../../src/backends/intelliauth/index.js'
import { captchaCheckbox } from '../../stories/captcha-checkbox.js'
import type { AuthClientOptions } from '../../src/client/create-auth-client.js'
import { AuthProvider, type AccountDisclosure, type AuthClient } from '../../src/index.js'
import type { FakeAuthServer, FakeAuthServerOptions } from '../../src/testing/index.js'
import { connect, FIVE_BACKENDS } from '../client/five-backends.js'
import type { BackendId } from '../contract/seed-rows.js'
import { Caught } from '../components/caught.js'
import { LINKS } from '../components/render-sign-in.js'
import { BASE_URL } from '../components/scripted-server.js'
import { canary, type Canary } from './canaries.js'
import type { Failure } from './failures.js'
import { createLongTokens, type LongTokens } from './long-tokens.js'
import { watchSinks, type Leak, type Watch } from './sinks.js'
import { createWire, PATIENCE_MS, type OtherRoutes, type Wire } from './wire.js'

export interface SceneOptions {
  id: BackendId
  server?: Partial<FakeAuthServerOptions> | undefined
  client?: Partial<AuthClientOptions> | undefined
  disclosure?: AccountDisclosure
  /** Everything twice, as React does it to developers. Default true. */
  strict?: boolean
  /** Routes that the fake server does not have, as `POST /path`. */
  routes?: OtherRoutes | undefined
}

/** A page of an app whose sinks are watched, and a server that can be made to fail. */
export interface Scene {
  id: BackendId
  client: AuthClient
  server: FakeAuthServer
  queryClient: QueryClient
  watch: Watch
  /** Every secret that was typed or handed out so far. */
  canaries: Map<string, Canary>
  /** What was found while requests were under way. */
  leaks: Leak[]
  /** Access and refresh tokens, which are none of the server's own. */
  tokens: LongTokens
  /** Makes a text one of the secrets, and gives it back. */
  secret: (name: string, text: string) => string
  show: (content: ReactNode) => void
  /** Follows a link to the app: what the browser does is no doing of the kit. */
  goTo: (address: string) => void
  /** The next request goes wrong; null: as the server would have it. */
  arm: (failure: Failure | null) => void
  /** Whether that request has not come yet. */
  isArmed: () => boolean
  /** Whether it has come, and gone wrong. */
  hasFailed: () => boolean
  container: () => HTMLElement
  /** Waits until what was sent is answered and drawn. */
  settle: () => Promise<void>
  /** How many requests went out since it was armed, and what they carried. */
  sent: () => readonly string[]
  /** Addresses that a backend's contract wants a token in; they are told apart from a leak. */
  wiredAddresses: Set<string>
  /** Another page of the app. */
  leave: () => void
  close: () => void
}

/** Backends that have more to do where the app has a name of its own. */
const WITH_CLIENT_ID: Partial<Record<BackendId, Backend>> = {
  authos: authos({ baseUrl: BASE_URL, clientId: 'shop', orgSlug: 'acme', serviceSlug: 'shop' }),
  intelliauth: intelliauth({ baseUrl: BASE_URL, clientId: 'shop' }),
}

/** Where the random parts of tokens begin; any number would do. */
const SEED = 20_260_105

export function openScene({
  id,
  server: options,
  client: given,
  routes = {},
  strict = true,
  disclosure = 'hide',
}: SceneOptions): Scene {
  const Mode = strict ? StrictMode : Fragment
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)
  if (!five) throw new Error(`No backend is called ${id}.`)
  const backend = WITH_CLIENT_ID[id] ?? five.backend
  // Nothing of an earlier scene is kept.
  globalThis.indexedDB = new IDBFactory()
  const queryClient = new QueryClient()
  const watch = watchSinks(queryClient)
  const canaries = new Map<string, Canary>()
  const leaks: Leak[] = []
  const wiredAddresses = new Set<string>()
  const tokens = createLongTokens(SEED)
  let container: HTMLElement | null = null

  const secret = (name: string, text: string) => {
    canaries.set(`${name} ${text}`, canary(name, text))
    return text
  }
  /** While a request is under way a field still holds what was typed. */
  const lookAround = () => {
    const found = watch.look(canaries.values(), 'page')
    leaks.push(...found.map((leak) => ({ ...leak, at: `under way: ${leak.at}` })))
  }

  const wire: Wire = createWire({
    watch,
    tokens,
    routes,
    wiredAddresses,
    server: () => server,
    onRequest: lookAround,
    secret,
  })
  const { client, server } = connect({ ...five, backend }, options, {
    fetch: wire.fetch,
    onEvent: (event) => watch.note('events', event),
    deadlineMs: PATIENCE_MS,
    ...given,
  })
  const captcha = captchaCheckbox(() => secret('captcha token', server.solveCaptcha()))

  const scene: Scene = {
    id,
    client,
    server,
    queryClient,
    watch,
    canaries,
    leaks,
    tokens,
    secret,
    wiredAddresses,
    show(content) {
      cleanup()
      const page = render(
        <Mode>
          <QueryClientProvider client={queryClient}>
            <AuthProvider
              client={client}
              captcha={captcha}
              links={LINKS}
              accountDisclosure={disclosure}
            >
              <Caught>{content}</Caught>
            </AuthProvider>
          </QueryClientProvider>
        </Mode>,
      )
      container = page.container
    },
    goTo: (address) => History.prototype.replaceState.call(window.history, null, '', address),
    container() {
      if (!container) throw new Error('Nothing is shown yet.')
      return container
    },
    isArmed: wire.isArmed,
    hasFailed: wire.hasFailed,
    arm: wire.arm,
    sent: wire.sent,
    async settle() {
      await waitFor(
        () => {
          const isBusy = document.querySelector('[aria-busy="true"]') !== null
          if (wire.isBusy() || isBusy) throw new Error('Something is still under way.')
        },
        { interval: 5 },
      )
      await act(() => new Promise((resolve) => setTimeout(resolve)))
    },
    leave: cleanup,
    close() {
      cleanup()
      wire.close()
      client.dispose()
      watch.stop()
      sessionStorage.clear()
      localStorage.clear()
      window.history.replaceState(null, '', '/')
    },
  }
  return scene
}
