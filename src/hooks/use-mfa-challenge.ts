'use client'
import { useCallback, useEffect, useMemo, useRef, useState, type BaseSyntheticEvent } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import type { AuthUser } from '../backends/actions.js'
import type { AuthClient, SignedIn } from '../client/auth-client.js'
import type { OfferedFactor } from '../errors/failure-data.js'
import type { Factor } from '../errors/operation.js'
import type { MfaRequired, UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { TOTP, useOffer } from './offered-factors.js'
import { useCodeMessages, type CodeMessage, type CodeRequest } from './use-code-messages.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

const Answer = z.object({
  code: z.string().check(z.trim(), z.minLength(1, 'required')),
  trustDevice: z.boolean(),
})

/** What is typed: `code`, and whether to trust the device. */
export type MfaValues = z.infer<typeof Answer>

/** The challenge, and whom to tell of its answer. */
export interface UseMfaChallengeOptions {
  /** The state that asked for the second factor. */
  challenge: MfaRequired
  /** Who signs in: the pause between two codes is kept for them, as a hash. */
  email?: string | undefined
  /** Called once somebody is signed in, with who it is where the backend tells. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
}

/** The factor that is asked for, and its code. */
export interface UseMfaChallenge {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | SignedIn | UiState
  /** A react-hook-form over `code` and `trustDevice`. */
  form: UseFormReturn<MfaValues>
  /** The factor that is asked for. */
  factor: OfferedFactor
  /** All factors that can answer the challenge. */
  factors: readonly OfferedFactor[]
  /** Asks for another factor; the first code of one that needs a message is sent at once. */
  chooseFactor: (kind: Factor) => void
  /** The message with the factor's code; null for a factor whose code is not sent. */
  message: CodeMessage | null
  /** Sends a code, or another one. Does nothing during the pause between two. */
  sendCode: () => Promise<void>
  /** Whether the backend can remember the device; `trustDevice` of the form then says whether it should. */
  canTrustDevice: boolean
  /** Sends the code or, for `webauthn`, lets the browser ask for a passkey. */
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  /** Does again what has failed. */
  retry: () => void
  reset: () => void
}

/** Answers a challenge for a second factor. A wrong code keeps the challenge. */
export function useMfaChallenge({
  challenge: { challenge, factors: offered },
  email = '',
  onSignedIn,
}: UseMfaChallengeOptions): UseMfaChallenge {
  const { client } = useAuthSettings('useMfaChallenge')
  const {
    state,
    run,
    reset: resetAnswer,
  } = useFlow<SignedIn | UiState>('useMfaChallenge', 'mfa_challenge')
  const form = useForm<MfaValues>({
    resolver: zodResolver(Answer),
    defaultValues: { code: '', trustDevice: false },
  })
  const { factors, isSent, canTrustDevice } = useOffer(offered)
  const [chosen, setChosen] = useState<Factor | null>(null)
  const factor = factors.find(({ kind }) => kind === chosen) ?? factors[0] ?? TOTP
  const named = useMemo(() => nameOf(challenge, factor), [challenge, factor])
  const messages = useCodeMessages(named, email)
  const { send, sendFirst, reset: resetMessages } = messages
  const ceremony = useCeremony()

  const reset = useCallback(() => {
    resetAnswer()
    resetMessages()
  }, [resetAnswer, resetMessages])

  const answer = useCallback(
    async (job: () => Promise<SignedIn | UiState>) => {
      resetMessages()
      const outcome = await run(job)
      if (outcome?.kind === 'invalid_code') form.setFocus('code', { shouldSelect: true })
      if (outcome?.kind !== 'signed_in') return
      form.reset()
      onSignedIn?.(outcome.user)
    },
    [form, onSignedIn, resetMessages, run],
  )

  const submit = useMemo(() => {
    if (factor.kind !== 'webauthn') {
      return form.handleSubmit(({ code, trustDevice }) =>
        answer(() =>
          client.verifyMfa({ ...named, code, ...(canTrustDevice ? { trustDevice } : {}) }),
        ),
      )
    }
    return async (event?: BaseSyntheticEvent) => {
      event?.preventDefault()
      await answer(() => askForPasskey(client, named, ceremony.begin()))
    }
  }, [answer, canTrustDevice, ceremony, client, factor.kind, form, named])

  const chooseFactor = useCallback(
    (kind: Factor) => {
      ceremony.stop()
      setChosen(kind)
      form.resetField('code')
      reset()
      const next = factors.find((known) => known.kind === kind)
      if (next && isSent(next)) void sendFirst(nameOf(challenge, next))
    },
    [ceremony, challenge, factors, form, isSent, reset, sendFirst],
  )
  const sendCode = useCallback(() => {
    resetAnswer()
    return send(named)
  }, [named, resetAnswer, send])

  const refusedMessage = state.kind === 'ready' ? messages.refusal : null
  return {
    state: refusedMessage ?? state,
    form,
    factor,
    factors,
    chooseFactor,
    message: isSent(factor) ? messages.message : null,
    sendCode,
    canTrustDevice,
    submit,
    retry: () => void (refusedMessage ? sendCode() : submit()),
    reset,
  }
}

/** A factor by its handle, where it has one. */
function nameOf(challenge: string, { kind, id }: OfferedFactor): CodeRequest {
  return { challenge, factor: kind, ...(id === undefined ? {} : { factorId: id }) }
}

/** What a passkey takes is loaded for those who answer with one. */
async function askForPasskey(
  client: AuthClient,
  { challenge, factorId }: CodeRequest,
  signal: AbortSignal,
): Promise<SignedIn | UiState> {
  const loaded = await import('../client/passkey-challenge.js').catch(() => null)
  if (!loaded) return client.report('network_error', 'mfa_challenge')
  const named = { challenge, ...(factorId === undefined ? {} : { factorId }) }
  return loaded.answerWithPasskey(client, named, signal)
}

/** Whoever leaves the challenge or turns to another factor is not asked for a passkey any longer. */
function useCeremony() {
  const controller = useRef<AbortController | null>(null)
  const ceremony = useMemo(
    () => ({
      begin: (): AbortSignal => {
        controller.current = new AbortController()
        return controller.current.signal
      },
      stop: () => controller.current?.abort(),
    }),
    [],
  )
  useEffect(() => ceremony.stop, [ceremony])
  return ceremony
}
