'use client'
import { useCallback, useMemo, useState } from 'react'
import type { ActionInput } from '../backends/actions.js'
import type { Succeeded } from '../client/auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { deliver, isOwnCooldown } from './message-delivery.js'
import { useAccountWait } from './resumed-wait.js'
import { useFlow } from './use-flow.js'

/** The message that carries a factor's code. */
export interface CodeMessage {
  /** `due`: none has been sent yet. */
  kind: 'due' | 'sending' | 'sent'
  /** How many were sent since the challenge began. */
  count: number
  /** Instant (epoch milliseconds) from which another can be asked for; null when it can be now. */
  resendAt: number | null
}

/** For which challenge and factor a code is asked. */
export type CodeRequest = ActionInput<'sendMfaCode'>

export interface CodeMessages {
  message: CodeMessage
  /** Why the last one was not sent, or null. */
  refusal: UiState | null
  /** Does nothing during the pause between two. */
  send: (request: CodeRequest) => Promise<void>
  /** Sends one, unless one was sent already. */
  sendFirst: (request: CodeRequest) => Promise<void>
  reset: () => void
}

/** Sends the codes of a challenge, with a pause between two that outlives the page. */
export function useCodeMessages(current: CodeRequest, account: string): CodeMessages {
  const { client, now } = useAuthSettings('useCodeMessages')
  const { state, run, reset } = useFlow<Succeeded<unknown> | UiState>(
    'useCodeMessages',
    'mfa_send_code',
    { shown: false },
  )
  const [sent, setSent] = useState<readonly string[]>([])
  const [foundSent, setFoundSent] = useState<readonly string[]>([])
  const wait = useAccountWait('code_send', addressOf(account, current))
  const key = keyOf(current)
  // One that was sent before this page was loaded is known by its pause alone, which ends.
  if (wait !== null && isOwnCooldown(wait) && !foundSent.includes(key)) {
    setFoundSent([...foundSent, key])
  }

  const send = useCallback(
    async (request: CodeRequest) => {
      const address = addressOf(account, request)
      if (client.waits.recall('code_send', address)) return
      const { waits } = client
      const to = { waits, purpose: 'code_send', address, accountDisclosure: 'show', now } as const
      const outcome = await run(() => deliver(to, () => client.perform('sendMfaCode', request)))
      if (outcome?.kind === 'succeeded') setSent((before) => [...before, keyOf(request)])
    },
    [account, client, now, run],
  )
  const sendFirst = useCallback(
    async (request: CodeRequest) => {
      if (!sent.includes(keyOf(request))) await send(request)
    },
    [send, sent],
  )

  const count = sent.filter((one) => one === key).length
  const sending = state.kind === 'submitting'
  const wasSent = count > 0 || foundSent.includes(key)
  const message = useMemo(
    (): CodeMessage => ({
      kind: sending ? 'sending' : wasSent ? 'sent' : 'due',
      count,
      resendAt: wait?.until ?? null,
    }),
    [count, sending, wait, wasSent],
  )
  return { message, refusal: isRefusal(state) ? state : null, send, sendFirst, reset }
}

function isRefusal(state: { kind: string }): state is UiState {
  return !['ready', 'submitting', 'succeeded'].includes(state.kind)
}

/** One pause for each account and factor, whatever the challenge. */
function addressOf(account: string, { factor, factorId }: CodeRequest): string {
  return `${account} ${factorId ?? factor}`
}

function keyOf({ challenge, factor, factorId }: CodeRequest): string {
  return JSON.stringify([challenge, factorId ?? factor])
}
