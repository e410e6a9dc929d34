'use client'
import { useCallback, useMemo, type BaseSyntheticEvent } from 'react'
import type { AuthUser } from '../backends/actions.js'
import type { AuthClient, SignedIn, Succeeded } from '../client/auth-client.js'
import { localFailure } from '../client/local-failure.js'
import { stepUpQueueOf, type StepUpRequest } from '../client/step-up-queue.js'
import { firstCall } from '../errors/operation.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { keepWait, refuseDuringWait } from './resumed-wait.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'
import {
  givenProof,
  settleProof,
  useProof,
  type Proof,
  type ProofKind,
  type ProofValues,
} from './use-proof.js'

/** How a confirmation ends. */
type Outcome = Succeeded<null> | SignedIn | UiState

/** What is asked of the user, and its state. */
export interface UseStepUpConfirmation {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | Outcome
  /** What is asked for: the password or a code. */
  proof: Proof
  /** Whose confirmation it is, where the backend says. */
  email: string | null
  /** Sends the proof. Once it is accepted the waiting calls go on. */
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  /** Sends the same proof again with the token of a solved captcha. */
  solveCaptcha: (token: string) => Promise<void>
  /** To be called by whatever finishes a confirmation that needed more than the proof. */
  finish: (user: AuthUser | null) => void
  reset: () => void
}

const CONFIRMED: Succeeded<null> = { kind: 'succeeded', value: null }

const SIGN_IN_AGAIN: readonly ProofKind[] = ['password']

/**
 * Confirms who is signed in, for the calls that wait: by the backend's step-up or, where it has none, by signing
 * in again with the same address. Where neither can be done the state stays the one that asked for it.
 */
export function useStepUpConfirmation({
  state: asked,
  user,
}: StepUpRequest): UseStepUpConfirmation {
  const { client, now } = useAuthSettings('useStepUpConfirmation')
  const { state, run, reset } = useFlow<Outcome>('useStepUpConfirmation', 'step_up')
  const queue = stepUpQueueOf(client)
  const { level, acrValues, factors } = asked
  // A named level asks for more than the password that opened the session; a time asks for the same again.
  const wantsMore = level !== null || acrValues.length > 0 || factors.length > 0
  const { supported, ...proof } = useProof('stepUp', {
    otherwise: SIGN_IN_AGAIN,
    preferred: wantsMore ? 'code' : 'password',
  })
  const { form } = proof
  const email = user?.email ?? null

  const finish = useCallback(
    (as: AuthUser | null) => queue.confirm({ user: as, email: email ?? '' }),
    [email, queue],
  )

  const send = useCallback(
    async (values: ProofValues, captchaToken?: string) => {
      const outcome = await run(async () => {
        const answer = supported
          ? await stepUp(client, values, level)
          : await signInAgain(client, email ?? '', values.password, captchaToken, now())
        return answer.kind === 'invalid_credentials' ? wrongPassword(client, now()) : answer
      })
      if (!outcome) return
      if (!supported) keepWait(client.waits, 'sign_in', email ?? '', outcome)
      if (outcome.kind === 'succeeded') queue.confirm()
      else if (outcome.kind === 'signed_in') finish(outcome.user)
      else {
        if (outcome.kind === 'field_errors') form.resetField('password')
        settleProof(form, outcome)
      }
    },
    [client, email, finish, form, level, now, queue, run, supported],
  )

  const submit = useMemo(() => form.handleSubmit((values) => send(values)), [form, send])
  const solveCaptcha = useCallback(
    (token: string) => form.handleSubmit((values) => send(values, token))(),
    [form, send],
  )
  const nobodyToAsk = supported === false && email === null
  return {
    state: nobodyToAsk ? asked : state,
    proof,
    email,
    submit,
    solveCaptcha,
    finish,
    reset,
  }
}

async function stepUp(
  client: AuthClient,
  values: ProofValues,
  level: string | null,
): Promise<Outcome> {
  const input = { ...givenProof(values), ...(level === null ? {} : { level }) }
  const factor = values.code === '' ? {} : ({ factor: 'totp' } as const)
  const answer = await client.perform('stepUp', input, factor)
  // Some backends answer with fresh tokens: the client has them, and a flow's state is no place for them.
  return answer.kind === 'succeeded' ? CONFIRMED : answer
}

async function signInAgain(
  client: AuthClient,
  email: string,
  password: string,
  captchaToken: string | undefined,
  now: number,
): Promise<Outcome> {
  const wait = client.waits.recall('sign_in', email)
  if (wait) return refuseDuringWait(client, 'sign_in', wait, now)
  return client.signIn({ email, password, ...(captchaToken ? { captchaToken } : {}) })
}

/** Only the password was asked for, so nothing else can have been wrong. */
function wrongPassword(client: AuthClient, now: number): UiState {
  const fields = [{ name: 'password', reason: 'incorrect' as const }]
  const context = firstCall('step_up')
  return toUiState(localFailure('validation_failed', client.backend.id, context, now, { fields }))
}
