'use client'
import { useCallback, useEffect, useMemo, useState, type BaseSyntheticEvent } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Operation } from '../errors/operation.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import {
  askForSecret,
  checkFirstCode,
  OFF,
  ON,
  turnOff,
  UNKNOWN,
  withoutSecrets,
  type Advance,
  type EnrolmentStep,
  type MfaDisabled,
} from './enrolment-step.js'
import { onLeave } from './on-leave.js'
import { useAccountQuestion, type AccountQuestion } from './use-account-question.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'
import { givenProof, settleProof, useProof, type Proof, type ProofValues } from './use-proof.js'

const Code = z.object({ code: z.string().check(z.trim(), z.minLength(1, 'required')) })

/** What is typed: `code`. */
export type EnrolmentValues = z.infer<typeof Code>

/** What stands in for a session, and whom to tell. */
export interface UseMfaEnrolmentOptions {
  /** Of a sign-in that cannot finish without a second factor: stands in for the session. */
  challenge?: string | null | undefined
  /** Called once it is on and its backup codes are saved. */
  onEnabled?: (() => void) | undefined
  /** Called once it is off again. */
  onDisabled?: (() => void) | undefined
}

/** The set-up of an authenticator app, step by step. */
export interface UseMfaEnrolment {
  /** How far it has come. Its secrets are nowhere else, and go with the step. */
  step: EnrolmentStep
  /** How the last request went. */
  state: Ready | Submitting | MfaDisabled | UiState
  /** A react-hook-form over `code`, the first one that the authenticator app shows. */
  form: UseFormReturn<EnrolmentValues>
  /** What the backend wants besides the session for `start`, or for `disable` once it is on. */
  proof: Proof
  /** Null until it is known. */
  canDisable: boolean | null
  /** Asks for a secret. */
  start: (event?: BaseSyntheticEvent) => Promise<void>
  /** Sends the first code. */
  confirm: (event?: BaseSyntheticEvent) => Promise<void>
  /** The backup codes are saved: drops them. */
  finish: () => void
  /** Turns it off, with the proof that the backend wants. */
  disable: (event?: BaseSyntheticEvent) => Promise<void>
  /** Asks again whether a second factor is on. */
  check: () => void
  /** Drops an unfinished set-up and what was typed. */
  reset: () => void
}

/** Sets up an authenticator app as the second factor, and turns it off again. */
export function useMfaEnrolment(options: UseMfaEnrolmentOptions = {}): UseMfaEnrolment {
  const { challenge, onEnabled, onDisabled } = options
  const { client } = useAuthSettings('useMfaEnrolment')
  const { step, setStep, failure, check } = useEnrolmentStep(challenge == null)
  const { state, run, reset: resetFlow } = useFlow<Advance['state']>('useMfaEnrolment', 'mfa_enrol')
  const proof = useProof(step.kind === 'on' ? 'disableMfa' : 'startTotpEnrolment')
  const form = useForm<EnrolmentValues>({
    resolver: zodResolver(Code),
    defaultValues: { code: '' },
  })
  const inSignIn = useMemo(() => (challenge ? { challenge } : {}), [challenge])

  const advance = useCallback(
    async (job: () => Promise<Advance>, operation?: Operation): Promise<Advance | null> => {
      const led: { to: Advance | null } = { to: null }
      await run(async () => {
        const to = await job()
        led.to = to
        // Before the flow is free again: a second press finds the next step.
        if (to.step) setStep(to.step)
        return to.state
      }, operation)
      return led.to
    },
    [run, setStep],
  )

  const start = useCallback(
    async (given: ProofValues) => {
      if (proof.kinds === null) return
      const led = await advance(() => askForSecret(client, { ...givenProof(given), ...inSignIn }))
      if (led) settleProof(proof.form, led.state)
    },
    [advance, client, inSignIn, proof],
  )
  const confirm = useCallback(
    async ({ code }: EnrolmentValues) => {
      if (step.kind !== 'scan') return
      const { enrolment } = step
      const led = await advance(() => checkFirstCode(client, enrolment, { code, ...inSignIn }))
      if (led?.state.kind === 'invalid_code') form.setFocus('code', { shouldSelect: true })
      if (led?.step) form.reset()
      if (led?.step?.kind === 'on') onEnabled?.()
    },
    [advance, client, form, inSignIn, onEnabled, step],
  )
  const disable = useCallback(
    async (given: ProofValues) => {
      if (proof.kinds === null) return
      const led = await advance(() => turnOff(client, givenProof(given)), 'mfa_manage')
      if (led) settleProof(proof.form, led.state)
      if (led?.step) onDisabled?.()
    },
    [advance, client, onDisabled, proof],
  )
  const finish = useCallback(() => {
    setStep(ON)
    onEnabled?.()
  }, [onEnabled, setStep])
  const reset = useCallback(() => {
    setStep((reached) => withoutSecrets(reached))
    form.reset()
    proof.form.reset()
    resetFlow()
  }, [form, proof.form, resetFlow, setStep])

  return {
    step,
    state: state.kind === 'ready' && failure ? failure : state,
    form,
    proof,
    canDisable: step.kind === 'on' ? proof.supported : null,
    start: useMemo(() => proof.form.handleSubmit(start), [proof.form, start]),
    confirm: useMemo(() => form.handleSubmit(confirm), [form, confirm]),
    finish,
    disable: useMemo(() => proof.form.handleSubmit(disable), [proof.form, disable]),
    check,
    reset,
  }
}

/** The step that was reached here or, before any, what the server says; a failed question is a state. */
function useEnrolmentStep(asksServer: boolean) {
  const [reached, setStep] = useState<EnrolmentStep | null>(null)
  const status = useAccountQuestion('mfaStatus', { wanted: asksServer })
  useEffect(() => onLeave(() => setStep(withoutSecrets)), [])

  const step = reached ?? (asksServer ? stepBy(status) : OFF)
  const failure = step.kind === 'unknown' ? status.failure : null
  return { step, setStep, failure, check: status.askAgain }
}

function stepBy({ answer, supported }: AccountQuestion<'mfaStatus'>): EnrolmentStep {
  if (answer) return answer.enabled ? ON : OFF
  // Where the server cannot be asked, it will say so when it is asked for a secret.
  return supported === false ? OFF : UNKNOWN
}
