'use client'
import { useCallback, useMemo } from 'react'
import type { Succeeded } from '../client/auth-client.js'
import type { WaitPurpose } from '../client/wait-memory.js'
import type { Operation } from '../errors/operation.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import type { LatencyOptions } from './latency-floor.js'
import { deliver, isOwnCooldown } from './message-delivery.js'
import { useAccountWait, refuseDuringWait } from './resumed-wait.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

/** A message is on its way, if the address is one the server sends messages to: it does not tell. */
export interface MessageSent {
  kind: 'message_sent'
  /** The e-mail address or phone number, as typed. */
  address: string
  /** Instant (epoch milliseconds) from which another can be asked for; null when it can be now. */
  resendAt: number | null
  /** What became of asking for another. */
  resend: Ready | Submitting | Succeeded<unknown> | UiState
}

export interface MessageRequestOptions extends LatencyOptions {
  caller: string
  purpose: WaitPurpose
  operation: Operation
  /** Sends the request. Keep it stable. */
  ask: (address: string, captchaToken?: string) => Promise<Succeeded<unknown> | UiState>
}

export interface MessageRequest {
  state: Ready | Submitting | MessageSent | UiState
  /** Asks for a message to an address. Resolves with the state that stands in the way, or null. */
  request: (address: string, captchaToken?: string) => Promise<UiState | null>
  /** Asks for another to the same address. Does nothing during the cool-down. */
  resend: (captchaToken?: string) => Promise<void>
  /** Gives up the request on its way. */
  cancel: () => void
  /** Back to before the first. */
  reset: () => void
}

interface Sent {
  kind: 'sent'
  address: string
}

/** Asks for a message to an address, and for another after a pause that outlives the page. */
export function useMessageRequest(options: MessageRequestOptions): MessageRequest {
  const { caller, purpose, operation, ask, latencyFloorMs, delay } = options
  const { client, accountDisclosure, now } = useAuthSettings(caller)
  const {
    state: first,
    run: runFirst,
    reset: resetFirst,
    cancel,
  } = useFlow<Sent | UiState>(caller, operation)
  const again = useFlow<Succeeded<unknown> | UiState>(caller, operation, { shown: false })
  const { state: resent, run: runAgain, reset: resetAgain } = again
  const address = first.kind === 'sent' ? first.address : null
  const resendAt = useAccountWait(purpose, address ?? '')?.until ?? null

  const send = useCallback(
    (to: string, captchaToken?: string) => {
      const { waits } = client
      const delivery = { waits, purpose, address: to, accountDisclosure, now }
      return deliver({ ...delivery, latencyFloorMs, delay }, () => ask(to, captchaToken))
    },
    [accountDisclosure, ask, client, delay, latencyFloorMs, now, purpose],
  )

  const request = useCallback(
    async (to: string, captchaToken?: string) => {
      const sent: Sent = { kind: 'sent', address: to }
      const outcome = await runFirst(async () => {
        const wait = client.waits.recall(purpose, to)
        if (wait)
          return isOwnCooldown(wait) ? sent : refuseDuringWait(client, operation, wait, now())
        const answer = await send(to, captchaToken)
        return answer.kind === 'succeeded' ? sent : answer
      })
      return outcome === null || outcome.kind === 'sent' ? null : outcome
    },
    [client, now, operation, purpose, runFirst, send],
  )

  const resend = useCallback(
    async (captchaToken?: string) => {
      if (address === null || client.waits.recall(purpose, address)) return
      await runAgain(() => send(address, captchaToken))
    },
    [address, client, purpose, runAgain, send],
  )

  const reset = useCallback(() => {
    resetFirst()
    resetAgain()
  }, [resetAgain, resetFirst])

  const state = useMemo(
    (): MessageRequest['state'] =>
      first.kind === 'sent'
        ? { kind: 'message_sent', address: first.address, resendAt, resend: resent }
        : first,
    [first, resendAt, resent],
  )
  return { state, request, resend, cancel, reset }
}
