'use client'
import { useCallback, useMemo, useState, type BaseSyntheticEvent } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import type { AuthUser } from '../backends/actions.js'
import type { SignedIn } from '../client/auth-client.js'
import type { OfferedFactor } from '../errors/failure-data.js'
import type { Factor } from '../errors/operation.js'
import type { MfaRequired, UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

const Code = z.object({ code: z.string().check(z.trim(), z.minLength(1, 'required')) })

export type MfaValues = z.infer<typeof Code>

export interface UseMfaChallengeOptions {
  /** The state that asked for the second factor. */
  challenge: MfaRequired
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
}

export interface UseMfaChallenge {
  state: Ready | Submitting | SignedIn | UiState
  /** A react-hook-form over `code`. */
  form: UseFormReturn<MfaValues>
  /** The factor that the code is asked for. */
  factor: OfferedFactor
  /** All factors that can answer the challenge. */
  factors: readonly OfferedFactor[]
  chooseFactor: (kind: Factor) => void
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  reset: () => void
}

const TOTP: OfferedFactor = { kind: 'totp' }
const BACKUP_CODE: OfferedFactor = { kind: 'backup_code' }

/** Answers a challenge for a second factor with a code. A wrong code keeps the challenge. */
export function useMfaChallenge({
  challenge,
  onSignedIn,
}: UseMfaChallengeOptions): UseMfaChallenge {
  const { client } = useAuthSettings('useMfaChallenge')
  const { state, run, reset } = useFlow<SignedIn | UiState>('useMfaChallenge')
  const form = useForm<MfaValues>({ resolver: zodResolver(Code), defaultValues: { code: '' } })
  const factors = useMemo(() => answerable(challenge.factors), [challenge.factors])
  const [chosen, setChosen] = useState<Factor | null>(null)
  const factor = factors.find(({ kind }) => kind === chosen) ?? factors[0] ?? TOTP

  const chooseFactor = useCallback(
    (kind: Factor) => {
      setChosen(kind)
      form.reset()
      reset()
    },
    [form, reset],
  )

  const send = useCallback(
    async ({ code }: MfaValues) => {
      const input = {
        challenge: challenge.challenge,
        factor: factor.kind,
        code,
        ...(factor.id === undefined ? {} : { factorId: factor.id }),
      }
      const outcome = await run(() => client.verifyMfa(input))
      if (!outcome) return
      if (outcome.kind === 'signed_in') {
        form.reset()
        onSignedIn?.(outcome.user)
      } else if (outcome.kind === 'invalid_code') {
        form.setFocus('code', { shouldSelect: true })
      }
    },
    [challenge.challenge, client, factor, form, onSignedIn, run],
  )

  const submit = useMemo(() => form.handleSubmit(send), [form, send])
  return { state, form, factor, factors, chooseFactor, submit, reset }
}

/** A person without the authenticator needs another way in: seeds 000 and 002 take backup codes unasked. */
function answerable(offered: readonly OfferedFactor[]): readonly OfferedFactor[] {
  const factors = offered.length > 0 ? offered : [TOTP]
  return factors.some(({ kind }) => kind === 'backup_code') ? factors : [...factors, BACKUP_CODE]
}
