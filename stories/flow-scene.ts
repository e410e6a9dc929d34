import { Secret, TOTP } from 'otpauth'
import type { StoryContext } from 'storybook/internal/csf'
import { createAuthClient } from '../src/client/create-auth-client.js'
import type { AccountDisclosure, AuthClient, CaptchaProvider } from '../src/index.js'
import {
  authosDialect,
  authSvcDialect,
  calimaticDialect,
  createFakeAuthServer,
  edgebaseDialect,
  intelliauthDialect,
  type Dialect,
  type FakeAccount,
  type FakeAuthServer,
  type FakeAuthServerOptions,
} from '../src/testing/index.js'
import { authHandlers } from '../src/testing/msw.js'
import { BACKENDS, baseUrlOf } from './backends.js'
import { DIALECT_IDS, type DialectId } from './dialect-ids.js'
import { captchaCheckbox } from './captcha-checkbox.js'
import type { Globals } from './surroundings.js'
import { onSwitchedBackend } from './switched-backend.js'

/** The backends that have a dialect, each with a server that speaks it. */
const DIALECTS = {
  calimatic: calimaticDialect(),
  'auth-svc': authSvcDialect(),
  authos: authosDialect(),
  intelliauth: intelliauthDialect(),
  edgebase: edgebaseDialect(),
} as const satisfies Record<DialectId, Dialect>

export const PASSWORD = 'correct horse battery staple'

export const ADA: FakeAccount = { email: 'ada@example.com', password: PASSWORD, firstName: 'Ada' }

const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** An account with an authenticator app and two backup codes. */
export const GRACE: FakeAccount = {
  email: 'grace@example.com',
  password: PASSWORD,
  factors: { totp: TOTP_SECRET, backupCodes: ['AAAA-1111', 'BBBB-2222'] },
}

export interface FlowArgs {
  backend: DialectId
  /** What this server does differently. */
  server?: Partial<FakeAuthServerOptions>
  accountDisclosure?: AccountDisclosure
}

/** A server of a story's own, and a client that talks to it through the page's real `fetch`. */
export interface FlowScene {
  backend: DialectId
  baseUrl: string
  server: FakeAuthServer
  client: AuthClient
  /** The server's clock: the page has no other. */
  now: () => number
  captcha: CaptchaProvider
  /** The toolbar has moved its clock on: whoever is signed in, and what has happened, stays. */
  isKept: boolean
}

export type FlowPlay = Pick<StoryContext, 'canvas' | 'userEvent' | 'loaded'>

/** The parts every `flows/` file begins with, but for what it shows. */
export const flowStories = {
  args: { backend: 'calimatic' } as FlowArgs,
  argTypes: {
    backend: { control: 'select' as const, options: DIALECT_IDS },
    server: { control: false as const },
  },
  decorators: [onSwitchedBackend],
  loaders: (context: LoaderContext) => ({ scene: sceneFor(context) }),
  beforeEach({ msw, loaded }: Pick<StoryContext, 'msw' | 'loaded'>) {
    const { server, baseUrl } = sceneOf({ loaded })
    // Nobody is locked out by the story before.
    sessionStorage.clear()
    msw.use(...authHandlers(server, baseUrl))
  },
}

/** The scene that a story's loader has made. */
export function sceneOf({ loaded }: Pick<StoryContext, 'loaded'>): FlowScene {
  return loaded['scene'] as FlowScene
}

/** Lets time pass, for the server and for the page, as after sleep. */
export function letPass({ server }: FlowScene, seconds: number): void {
  server.clock.advance(seconds)
  window.dispatchEvent(new Event('focus'))
}

/** What Grace's authenticator app shows (RFC 6238). */
export function authenticatorCode({ now }: FlowScene): string {
  return new TOTP({ secret: Secret.fromBase32(TOTP_SECRET) }).generate({ timestamp: now() })
}

type Fetch = typeof globalThis.fetch

type LoaderContext = Pick<StoryContext, 'id' | 'globals'> & { args: FlowArgs }

let latest: { scene: FlowScene; name: string; passed: number } | null = null

/** The scene of a story, which goes on while the toolbar's clock does. */
function sceneFor({ id, args, globals }: LoaderContext): FlowScene {
  const { backend, passed } = readToolbar(globals)
  const name = `${id} ${backend ?? args.backend}`
  // Time only goes on: back to an earlier one, or elsewhere, everything begins anew.
  if (latest?.name === name && passed > latest.passed) {
    letPass(latest.scene, passed - latest.passed)
    latest.passed = passed
    latest.scene.isKept = true
    return latest.scene
  }
  const scene = createSceneFor(globals, args)
  latest = { scene, name, passed }
  return scene
}

function readToolbar({ backend, clock }: Globals) {
  return {
    /** Null: the story's own. */
    backend: DIALECT_IDS.find((id) => id === backend) ?? null,
    /** Seconds. */
    passed: Number(clock) || 0,
    runs: clock === 'real',
  }
}

/** A scene on the backend and by the clock that the toolbar asks for. */
export function createSceneFor(
  globals: Globals,
  args: FlowArgs,
  fetchFrom?: (server: FakeAuthServer) => Fetch,
): FlowScene {
  const { backend, passed, runs } = readToolbar(globals)
  const clock = runs ? { clock: { followsRealTime: true } } : {}
  const server = { ...clock, ...args.server }
  const scene = createScene({ ...args, server, backend: backend ?? args.backend }, fetchFrom)
  if (passed > 0) scene.server.clock.advance(passed)
  return scene
}

/** @param fetchFrom How the client reaches the server. Default: by the page's own `fetch`. */
export function createScene(
  { backend, server: options }: FlowArgs,
  fetchFrom?: (server: FakeAuthServer) => Fetch,
): FlowScene {
  const baseUrl = baseUrlOf(backend)
  const server = createFakeAuthServer({
    dialect: DIALECTS[backend],
    basePath: baseUrl,
    accounts: [ADA, GRACE],
    ...options,
  })
  const { now } = server.clock
  // A name of its own: the client of the story before is no other tab of this one.
  const name = crypto.randomUUID()
  const client = createAuthClient({
    backend: BACKENDS[backend],
    now,
    name,
    ...(fetchFrom && { fetch: fetchFrom(server) }),
  })
  const captcha = captchaCheckbox(server.solveCaptcha)
  return { backend, baseUrl, server, client, now, captcha, isKept: false }
}
