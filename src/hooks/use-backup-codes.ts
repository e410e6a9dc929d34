'use client'
import { useCallback, useEffect, useMemo, useState, type BaseSyntheticEvent } from 'react'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { onLeave } from './on-leave.js'
import { useAccountQuestion } from './use-account-question.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'
import { givenProof, settleProof, useProof, type Proof, type ProofValues } from './use-proof.js'

/** The backup codes of whoever is signed in. */
export interface UseBackupCodes {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | UiState
  /** New codes, to be saved: they are shown this once, and are nowhere else. Null when there are none. */
  codes: readonly string[] | null
  /** Null until the server has said, or where it does not. */
  remaining: number | null
  /** What the backend wants besides the session for new codes. */
  proof: Proof
  /** Null until it is known. */
  canRegenerate: boolean | null
  /** Asks for new codes, which end the old ones. */
  regenerate: (event?: BaseSyntheticEvent) => Promise<void>
  /** Does again what has failed. */
  retry: () => void
  /** The codes are saved: drops them. */
  finish: () => void
  reset: () => void
}

const READY: Ready = { kind: 'ready' }

/** Counts the backup codes that are left, and asks for new ones. */
export function useBackupCodes(): UseBackupCodes {
  const { client } = useAuthSettings('useBackupCodes')
  const { state, run, reset: resetFlow } = useFlow<Ready | UiState>('useBackupCodes', 'mfa_manage')
  const count = useAccountQuestion('countBackupCodes', { wanted: true })
  const { askAgain } = count
  const proof = useProof('regenerateBackupCodes')
  const { form, kinds } = proof
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const notCounted = state.kind === 'ready' && codes === null ? count.failure : null
  useEffect(() => onLeave(() => setCodes(null)), [])

  const regenerate = useCallback(
    async (given: ProofValues) => {
      if (kinds === null) return
      // No part of the flow's outcome, which lies in a cache that others can read.
      const issued: { codes: readonly string[] | null } = { codes: null }
      const outcome = await run(async () => {
        const answer = await client.perform('regenerateBackupCodes', givenProof(given))
        if (answer.kind !== 'succeeded') return answer
        issued.codes = answer.value.backupCodes
        return READY
      })
      if (!outcome) return
      settleProof(form, outcome)
      if (issued.codes) setCodes(issued.codes)
    },
    [client, form, kinds, run],
  )

  const finish = useCallback(() => {
    setCodes(null)
    askAgain()
  }, [askAgain])
  const reset = useCallback(() => {
    setCodes(null)
    form.reset()
    resetFlow()
    if (notCounted) askAgain()
  }, [askAgain, form, notCounted, resetFlow])

  const submit = useMemo(() => form.handleSubmit(regenerate), [form, regenerate])
  return {
    state: notCounted ?? state,
    codes,
    remaining: count.answer?.remaining ?? null,
    proof,
    canRegenerate: proof.supported,
    regenerate: submit,
    retry: notCounted ? askAgain : () => void submit(),
    finish,
    reset,
  }
}
