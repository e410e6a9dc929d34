'use client'
import { useCallback } from 'react'
import type { Succeeded } from '../client/auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import type { LatencyOptions } from './latency-floor.js'
import { deliver } from './message-delivery.js'
import { useAccountWait } from './resumed-wait.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

const PURPOSE = 'code_send' as const

/** The address, and whom to tell of its verification. */
export interface UseEmailVerificationOptions extends LatencyOptions {
  /** The address to verify; may be left out where a link is spent and no mail is asked for. */
  email?: string | undefined
  /** Called once a link's token is of no more use: it has been spent, or the server takes it no more. */
  onTokenSpent?: (() => void) | undefined
  /** Called once a link has verified the address, or had done so before. */
  onVerified?: (() => void) | undefined
}

/** The mail that verifies an address, and its link. */
export interface UseEmailVerification {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | Succeeded<unknown> | UiState
  /** Asks for another mail. Does nothing during the cool-down, or without an address. */
  resend: (captchaToken?: string) => Promise<void>
  /** Instant (epoch milliseconds) from which another mail can be asked for; null when it can be now. */
  resendAt: number | null
  /** Spends the token of a verification link. */
  verify: (token: string) => Promise<void>
  reset: () => void
}

/** Verifies an e-mail address: asks for the mail again, and spends the link's token. */
export function useEmailVerification({
  email = '',
  onTokenSpent,
  onVerified,
  latencyFloorMs,
  delay,
}: UseEmailVerificationOptions = {}): UseEmailVerification {
  const { client, accountDisclosure, now } = useAuthSettings('useEmailVerification')
  const { state, run, reset } = useFlow<Succeeded<unknown> | UiState>(
    'useEmailVerification',
    'email_verify',
  )
  const wait = useAccountWait(PURPOSE, email)

  const resend = useCallback(
    async (captchaToken?: string) => {
      if (email === '' || client.waits.recall(PURPOSE, email)) return
      const input = { email, ...(captchaToken ? { captchaToken } : {}) }
      const to = { waits: client.waits, purpose: PURPOSE, address: email, accountDisclosure, now }
      const timing = { latencyFloorMs, delay }
      await run(
        () => deliver({ ...to, ...timing }, () => client.resendVerification(input)),
        'email_resend',
      )
    },
    [accountDisclosure, client, delay, email, latencyFloorMs, now, run],
  )

  const verify = useCallback(
    async (token: string) => {
      const outcome = await run(() => client.perform('verifyEmail', { token }))
      const isVerified = outcome?.kind === 'succeeded' || outcome?.kind === 'done'
      if (isVerified || outcome?.kind === 'link_invalid') onTokenSpent?.()
      if (isVerified) onVerified?.()
    },
    [client, onTokenSpent, onVerified, run],
  )

  return { state, resend, resendAt: wait?.until ?? null, verify, reset }
}
