'use client'
import { useCallback } from 'react'
import type { Succeeded } from '../client/auth-client.js'
import { recallWait, rememberWait } from '../client/wait-memory.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { keepWait, useAccountWait } from './resumed-wait.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

/** Seconds between two verification mails, where the server names no other wait. */
const RESEND_COOLDOWN_SECONDS = 30

export interface UseEmailVerificationOptions {
  /** The address to verify. */
  email: string
}

export interface UseEmailVerification {
  state: Ready | Submitting | Succeeded<unknown> | UiState
  /** Asks for another mail. Does nothing during the cool-down. */
  resend: () => Promise<void>
  /** Instant (epoch milliseconds) from which another mail can be asked for; null when it can be now. */
  resendAt: number | null
  /** Spends the token of a verification link. */
  verify: (token: string) => Promise<void>
  reset: () => void
}

/** Verifies an e-mail address: asks for the mail again, and spends the link's token. */
export function useEmailVerification({ email }: UseEmailVerificationOptions): UseEmailVerification {
  const { client, now } = useAuthSettings('useEmailVerification')
  const { state, run, reset } = useFlow<Succeeded<unknown> | UiState>('useEmailVerification')
  const wait = useAccountWait('code_send', email)

  const resend = useCallback(async () => {
    if (recallWait('code_send', email, now())) return
    const outcome = await run(() => client.resendVerification({ email }))
    if (!outcome) return
    keepWait('code_send', email, outcome)
    if (outcome.kind === 'succeeded') {
      const until = now() + RESEND_COOLDOWN_SECONDS * 1000
      rememberWait('code_send', email, { code: 'email_rate_limited', until, estimated: false })
    }
  }, [client, email, now, run])

  const verify = useCallback(
    async (token: string) => {
      await run(() => client.perform('verifyEmail', { token }))
    },
    [client, run],
  )

  return { state, resend, resendAt: wait?.until ?? null, verify, reset }
}
