'use client'
import { useCallback, useMemo, useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import type { UiState } from '../ui-state/ui-state.js'
import { showFieldErrors } from './form-errors.js'
import { useActionFacts } from './use-action-facts.js'

/** What shows that it is the owner who changes the second factor. */
export type ProofKind = 'password' | 'code'

/** What is typed; the one that is not asked for stays empty. */
export interface ProofValues {
  password: string
  code: string
}

/** What has to be typed to show that it is the owner. */
export interface Proof {
  /** What the backend takes, one of which will do; none where being signed in is enough, null until known. */
  kinds: readonly ProofKind[] | null
  /** The one that is asked for. */
  kind: ProofKind | null
  /** Asks for another kind, of those that the backend takes. */
  choose: (kind: ProofKind) => void
  /** A react-hook-form over `password` and `code`. */
  form: UseFormReturn<ProofValues>
}

const NOTHING_GIVEN: ProofValues = { password: '', code: '' }

const Anything = z.string()
const Password = z.string().check(z.minLength(1, 'required'))
const Code = z.string().check(z.trim(), z.minLength(1, 'required'))
const SCHEMAS = {
  none: z.object({ password: Anything, code: Anything }),
  password: z.object({ password: Password, code: Anything }),
  code: z.object({ password: Anything, code: Code }),
}

export interface UseProofOptions {
  /** What to ask for where the backend lacks the action. Default: nothing. */
  otherwise?: readonly ProofKind[]
  /** Asked for first, where the backend takes it. */
  preferred?: ProofKind | null
}

const NOTHING: readonly ProofKind[] = []

/** Asks for the proof that a backend's action takes. */
export function useProof(
  action: 'startTotpEnrolment' | 'disableMfa' | 'regenerateBackupCodes' | 'stepUp',
  { otherwise = NOTHING, preferred = null }: UseProofOptions = {},
): Proof & { supported: boolean | null } {
  const { supported, takes } = useActionFacts(action)
  const [chosen, setChosen] = useState<ProofKind | null>(null)
  const kinds = useMemo(
    () => (supported === null ? null : supported ? takes.filter(isProof) : otherwise),
    [supported, takes, otherwise],
  )
  const kind =
    kinds?.find((known) => known === chosen) ??
    kinds?.find((known) => known === preferred) ??
    kinds?.[0] ??
    null
  const form = useForm<ProofValues>({
    resolver: zodResolver(SCHEMAS[kind ?? 'none']),
    defaultValues: NOTHING_GIVEN,
  })
  const choose = useCallback(
    (next: ProofKind) => {
      form.reset(NOTHING_GIVEN)
      setChosen(next)
    },
    [form],
  )
  return useMemo(
    () => ({ supported, kinds, kind, choose, form }),
    [supported, kinds, kind, choose, form],
  )
}

/** What was given, without what was not asked for. */
export function givenProof({ password, code }: ProofValues): Partial<ProofValues> {
  return { ...(password === '' ? {} : { password }), ...(code === '' ? {} : { code }) }
}

/** Clears what is spent, and leads to what has to be typed again. */
export function settleProof(
  form: UseFormReturn<ProofValues>,
  state: UiState | { kind: 'ready' | 'mfa_disabled' },
): void {
  switch (state.kind) {
    case 'ready':
    case 'mfa_disabled':
      form.reset(NOTHING_GIVEN)
      break
    case 'invalid_code':
      form.setFocus('code', { shouldSelect: true })
      break
    case 'invalid_credentials':
      form.resetField('password')
      form.setFocus('password')
      break
    case 'field_errors':
      showFieldErrors(form, state)
      break
    default:
      break
  }
}

function isProof(input: string): input is ProofKind {
  return input === 'password' || input === 'code'
}
