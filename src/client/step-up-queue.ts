import type { AuthUser } from '../backends/actions.js'
import type { Cancelled, StepUpRequired } from '../ui-state/ui-state.js'
import type { AuthClient } from './auth-client.js'
import { isStepUpNeeded, StepUpCancelled } from './step-up-needed.js'

/** What calls are waiting for. */
export interface StepUpRequest {
  /** The first answer that asked for it. */
  state: StepUpRequired
  /** Who has to confirm. */
  user: AuthUser | null
}

/** Calls that wait for their user to confirm who they are. Kept in memory alone. */
export interface StepUpQueue {
  /** Null while no call waits. */
  getRequest: () => StepUpRequest | null
  /** Calls back when a request comes up or is settled, and when `canAsk` may have changed. Returns the undo. */
  onChange: (listener: () => void) => () => void
  /** Whether somebody is there to ask the user. */
  canAsk: () => boolean
  /** Tells that somebody is. Returns the undo. */
  attend: () => () => void
  /** Carries out a call; where it needs a step-up, once more after one. */
  run: <R>(call: () => Promise<R>) => Promise<R>
  /** Replays what waits. Given who has signed in anew, drops it where that is, or may be, somebody else. */
  confirm: (as?: { user: AuthUser | null; email: string }) => void
  /** Rejects what waits. */
  cancel: () => void
}

type Verdict = 'confirmed' | 'cancelled'

const QUEUES = new WeakMap<AuthClient, StepUpQueue>()

/** The one queue of a client, wherever it is asked for. */
export function stepUpQueueOf(client: AuthClient): StepUpQueue {
  const queue = QUEUES.get(client) ?? createStepUpQueue(client)
  QUEUES.set(client, queue)
  return queue
}

function createStepUpQueue(client: AuthClient): StepUpQueue {
  const listeners = new Set<() => void>()
  let request: StepUpRequest | null = null
  let parked: ((verdict: Verdict) => void)[] = []
  let confirmations = 0
  let attendants = 0

  function tell() {
    for (const listener of listeners) listener()
  }

  function settle(verdict: Verdict) {
    if (!request) return
    const waiting = parked
    request = null
    parked = []
    if (verdict === 'confirmed') confirmations += 1
    for (const resume of waiting) resume(verdict)
    tell()
  }

  function park(state: StepUpRequired, user: AuthUser | null): Promise<Verdict> {
    const verdict = new Promise<Verdict>((resolve) => parked.push(resolve))
    if (!request) {
      request = { state, user }
      tell()
    }
    return verdict
  }

  client.onSessionChange(() => {
    if (request && !mayBe(request.user, userOf(client))) settle('cancelled')
  })

  return {
    getRequest: () => request,
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    canAsk: () => attendants > 0,
    attend() {
      attendants += 1
      tell()
      return () => {
        attendants -= 1
        tell()
        // A remount leaves and comes back at once; whoever stays away answers nobody.
        queueMicrotask(() => {
          if (attendants === 0) settle('cancelled')
        })
      }
    },
    async run(call) {
      const user = userOf(client)
      const before = confirmations
      const first = await outcomeOf(call)
      if (!first.needs || user === undefined || !mayBe(user, userOf(client))) return first.pass()
      // An answer from before a confirmation that has come meanwhile needs no second one.
      if (confirmations !== before) return call()
      if (attendants === 0) return first.pass()
      if ((await park(first.needs, user)) === 'confirmed') return call()
      const state = client.report('request_cancelled', 'step_up') as Cancelled
      throw new StepUpCancelled(state, first.needs)
    },
    confirm(as) {
      if (!request) return
      settle(!as || isSame(request.user, as) ? 'confirmed' : 'cancelled')
    },
    cancel: () => settle('cancelled'),
  }
}

/** How a call went: whether it asked for a step-up, and what its caller gets otherwise. */
async function outcomeOf<R>(
  call: () => Promise<R>,
): Promise<{ needs: StepUpRequired | null; pass: () => R }> {
  try {
    const value = await call()
    return { needs: isStepUpState(value) ? value : null, pass: () => value }
  } catch (error) {
    return {
      needs: isStepUpNeeded(error) ? error.state : null,
      pass: () => {
        throw error
      },
    }
  }
}

function isStepUpState(value: unknown): value is StepUpRequired {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'step_up_required' &&
    'acrValues' in value
  )
}

/** Undefined while nobody is signed in; null where the backend does not say who. */
function userOf(client: AuthClient): AuthUser | null | undefined {
  const session = client.getSession()
  return session.status === 'signed_in' ? session.user : undefined
}

/** False once it is plain that this is somebody else, or nobody. */
function mayBe(user: AuthUser | null, now: AuthUser | null | undefined): boolean {
  if (now === undefined) return false
  return user === null || now === null || user.id === now.id
}

/** True where the backend says so, or took the credentials of the same address. */
function isSame(asked: AuthUser | null, { user, email }: { user: AuthUser | null; email: string }) {
  if (asked && user) return asked.id === user.id
  return asked?.email != null && asked.email.toLowerCase() === email.trim().toLowerCase()
}
