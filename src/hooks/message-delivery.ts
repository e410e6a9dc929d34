import type { Succeeded } from '../client/auth-client.js'
import type { RememberedWait, WaitMemory, WaitPurpose } from '../client/wait-memory.js'
import type { UiState } from '../ui-state/ui-state.js'
import { tellsOfAccount, type AccountDisclosure } from './account-disclosure.js'
import { latencyFloor, type LatencyOptions } from './latency-floor.js'
import { keepWait } from './resumed-wait.js'

export interface Delivery extends LatencyOptions {
  waits: WaitMemory
  purpose: WaitPurpose
  /** The e-mail address or phone number that the message goes to. */
  address: string
  accountDisclosure: AccountDisclosure
  now: () => number
}

/** Seconds between two messages, where the server names no other wait. */
const COOLDOWN_SECONDS = 30

/** Marks a wait that began with a message of our own: what it says, and no refusal. */
const OWN_COOLDOWN = 'request_accepted'

/**
 * Asks the server for a message and starts the pause before the next. Where accounts are not to be told of, an
 * answer that would tell whether the address is known counts as a message sent, and none shows early.
 */
export async function deliver(
  delivery: Delivery,
  ask: () => Promise<Succeeded<unknown> | UiState>,
): Promise<Succeeded<unknown> | UiState> {
  const { waits, purpose, address, now, accountDisclosure } = delivery
  const floor = accountDisclosure === 'hide' ? latencyFloor(delivery) : null
  const answer = await ask()
  await floor
  keepWait(waits, purpose, address, answer)
  if (!isAccepted(answer, accountDisclosure)) return answer
  const until = now() + COOLDOWN_SECONDS * 1000
  waits.remember(purpose, address, { code: OWN_COOLDOWN, until, estimated: false })
  return { kind: 'succeeded', value: null }
}

/** Whether a wait began with a message that was sent: a refusal begins one, too. */
export function isOwnCooldown({ code }: RememberedWait): boolean {
  return code === OWN_COOLDOWN
}

function isAccepted(
  answer: Succeeded<unknown> | UiState,
  accountDisclosure: AccountDisclosure,
): boolean {
  // `done` is the success of a server that calls it an error.
  if (answer.kind === 'succeeded' || answer.kind === 'done') return true
  return accountDisclosure === 'hide' && tellsOfAccount(answer)
}
