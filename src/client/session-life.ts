import type { SessionGrant } from '../backends/actions.js'
import type { AuthCode } from '../errors/catalogue.js'
import { firstCall } from '../errors/operation.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import { attempt, type AttemptSettings } from './attempt.js'
import { createAttendance } from './attendance.js'
import type { EventTeller } from './event-teller.js'
import type { StepParts } from './in-step.js'
import { localFailure } from './local-failure.js'
import { missingAction } from './misuse.js'
import { createCookieSession, createMemorySession } from './own-session.js'
import type { Page } from './page.js'
import { endpointOf, type Performer } from './performer.js'
import type {
  KeeperParts,
  RefreshAnswer,
  SessionKeeper,
  SessionPersistence,
} from './session-keeper.js'
import { createRefresh, type RefreshControl } from './session-refresh.js'
import type { SessionStore } from './session-store.js'
import { createNewsDesk } from './tab-news.js'

export interface SessionLifeOptions {
  persistence?: SessionPersistence | undefined
  /** Tells clients of one origin apart. */
  name?: string | undefined
  page: () => Page
  teller: EventTeller
}

/** What happens to a client's session between its sign-ins and sign-outs. */
export interface SessionLife {
  keeper: SessionKeeper
  refresh: RefreshControl['run']
  restore: () => Promise<void>
  attend: () => () => void
  /** Null where it is known whether there is a session; what asks for one waits for it. */
  ready: () => Promise<void> | null
  dispose: () => void
}

/** A refresh token is spent with the request, so its answer is worth waiting for: so long at least, in milliseconds. */
const ANSWER_MS = 60_000
/** Who was away for longer looks again, in milliseconds. React mounts twice in its strict mode, at once. */
const AWAY_MS = 5000

export function createSessionLife(
  { persistence, name, page, teller }: SessionLifeOptions,
  settings: AttemptSettings,
  store: SessionStore,
  { perform, settle, leave, signOut }: Performer & { signOut: () => Promise<unknown> },
): SessionLife {
  const { backend, now } = settings
  const desk = createNewsDesk(name ?? `${backend.id} ${backend.baseUrl}`, page)
  const failure = (code: AuthCode) => localFailure(code, backend.id, firstCall('refresh'), now())
  const parts: KeeperParts = {
    name: desk.name,
    now,
    page,
    store,
    graceMs: (backend.refreshGraceSeconds ?? 0) * 1000,
    ask,
    discard: (grant) => void discard(grant),
    failure,
    announce: desk.announce,
    tell: teller.tell,
    leave,
  }
  const keeper = connect()
  const refresh = createRefresh(parts, keeper, { settle, ...teller }, settings.deadlineMs)
  let restoring: Promise<void> | null = null
  /** When this tab was last in step, in epoch milliseconds. */
  let leftAt = Number.POSITIVE_INFINITY

  function connect(): SessionKeeper {
    if (persistence) return persistence.connect(parts)
    return backend.session === 'cookie'
      ? createCookieSession(parts, readSession)
      : createMemorySession(parts, signOut)
  }

  async function ask(refreshToken: string | null): Promise<RefreshAnswer> {
    const found = await endpointOf(backend, 'refresh').catch(() => failure('network_error'))
    if (found === null) throw missingAction(backend.id, 'refresh')
    if ('code' in found) return { kind: 'failed', failure: found }
    const patient = { ...settings, deadlineMs: Math.max(settings.deadlineMs, ANSWER_MS) }
    const send = (number: number) =>
      attempt<'refresh'>(
        patient,
        found,
        { refreshToken },
        { accessToken: store.accessToken(), number },
      )
    const first = await send(1)
    const isSilent = first.kind === 'failed' && toUiState(first.failure).kind === 'silent_recovery'
    return isSilent ? send(2) : first
  }

  /** Left alone it would be good for weeks, and nobody would know. */
  async function discard({ accessToken, refreshToken }: SessionGrant): Promise<void> {
    const endpoint = backend.endpoints.signOut
    if (backend.session === 'cookie' || !endpoint) return
    await attempt<'signOut'>(settings, endpoint, { refreshToken }, { accessToken, number: 1 })
  }

  /** Asks the server who is signed in. */
  async function readSession(): Promise<void> {
    if (!backend.endpoints.getSession) return
    const generation = store.generation()
    const { status } = store.getSession()
    const outcome = await perform('getSession', {})
    if (generation !== store.generation()) return
    if (outcome.kind === 'succeeded') {
      store.renew(outcome.value)
      if (status === 'signed_out') teller.tell({ type: 'signed_in' })
    } else if (outcome.kind === 'sign_in_required') leave(outcome.reason)
    // An outage ends no session that is known; where none is, the form is what can be shown.
    else if (store.getSession().status === 'unknown') leave()
  }

  const attendance = createAttendance(async () => {
    const window = page()
    // Without it this tab is not told by the others; it still renews its session with them.
    const loaded = window.document ? await import('./in-step.js').catch(() => null) : null
    return loaded && (() => stepIn(loaded.keepInStep, window))
  })

  function stepIn(keepInStep: (parts: StepParts) => () => void, window: Page): () => void {
    const stop = keepInStep({ page: window, desk, keeper, store, refresh, now })
    // Another tab may have spoken before this one listened.
    if (persistence || now() - leftAt > AWAY_MS) void keeper.catchUp()
    return () => {
      leftAt = now()
      stop()
    }
  }

  function read(): Promise<void> {
    restoring ??= keeper.restore()
    return restoring
  }

  function ready(): Promise<void> | null {
    return persistence && store.getSession().status === 'unknown' ? read() : null
  }

  return {
    keeper,
    async refresh(refreshOptions) {
      const restoring = ready()
      // No tick is lost where there is nothing to wait for: the session that is meant is the one of this moment.
      if (restoring) await restoring
      return refresh.run(refreshOptions)
    },
    restore() {
      attendance.stay()
      return read()
    },
    attend() {
      void read()
      return attendance.attend()
    },
    ready,
    dispose() {
      attendance.end()
      restoring = null
    },
  }
}
