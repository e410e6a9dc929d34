'use client'
import { useCallback, useMemo, useState, type BaseSyntheticEvent } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import type { AuthClient } from '../client/auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { showFieldErrors } from './form-errors.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'

const Code = z.object({ userCode: z.string().check(z.trim(), z.minLength(1, 'required')) })

/** What is typed: `userCode`, as the device shows it. */
export type DeviceActivationValues = z.infer<typeof Code>

/** A device waits for the user's word. */
export interface DeviceRequest {
  /** The code as it was typed, but for spaces. */
  userCode: string
  /** `here`: the signed-in user approves or denies; `by_signing_in`: whoever signs in at a provider approves. */
  approval: 'here' | 'by_signing_in'
  /** Where one can sign in to approve. */
  providers: readonly string[]
}

/** The code is good: the user decides. */
export type Deciding = { kind: 'deciding' }

/** The user has decided. */
export type Decision = { kind: 'approved' } | { kind: 'denied' }

/** What the flow begins with, and whom to tell of its end. */
export interface UseDeviceActivationOptions {
  /** Fills the field, as with the `user_code` of a link; the user still has to confirm it (RFC 8628 3.3.1). */
  defaultUserCode?: string | undefined
  /** Called once the device may go on, or may not. */
  onDecided?: ((decision: Decision['kind']) => void) | undefined
}

/** The code a device shows, and the user's word on it. */
export interface UseDeviceActivation {
  /** What to show: where the flow stands, or the state its last answer led to. */
  state: Ready | Submitting | Deciding | Decision | UiState
  /** A react-hook-form over `userCode`. */
  form: UseFormReturn<DeviceActivationValues>
  /** Looks the code up; for `<form onSubmit>` or a button. */
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  /** The device whose code was good; null before that. */
  request: DeviceRequest | null
  /** Lets the device in as whoever is signed in. */
  approve: () => Promise<void>
  /** Turns the device away. */
  deny: () => Promise<void>
  /** Back to the code, which stays. */
  reset: () => void
}

/** Lets a signed-in user connect a device that shows a code (RFC 8628). Spaces, dashes and case of the code do not matter. */
export function useDeviceActivation({
  defaultUserCode = '',
  onDecided,
}: UseDeviceActivationOptions = {}): UseDeviceActivation {
  const { client } = useAuthSettings('useDeviceActivation')
  const {
    state,
    run,
    reset: resetFlow,
  } = useFlow<Deciding | Decision | UiState>('useDeviceActivation', 'device_verify')
  const [request, setRequest] = useState<DeviceRequest | null>(null)
  const form = useForm<DeviceActivationValues>({
    resolver: zodResolver(Code),
    defaultValues: { userCode: defaultUserCode },
  })

  const lookUp = useCallback(
    async ({ userCode }: DeviceActivationValues) => {
      const outcome = await run(async () => {
        const found = await findDevice(client, plainCode(userCode))
        if ('kind' in found) return found
        setRequest(found)
        return { kind: 'deciding' }
      })
      if (outcome?.kind === 'invalid_code') form.setFocus('userCode', { shouldSelect: true })
      if (outcome?.kind === 'field_errors') showFieldErrors(form, outcome)
    },
    [client, form, run],
  )
  const decide = useCallback(
    async (action: 'approveDevice' | 'denyDevice', decision: Decision) => {
      if (!request) return
      const outcome = await run(async () => {
        const done = await client.perform(action, { userCode: request.userCode })
        return done.kind === 'succeeded' ? decision : done
      })
      if (outcome?.kind === decision.kind) onDecided?.(decision.kind)
    },
    [client, onDecided, request, run],
  )
  const reset = useCallback(() => {
    setRequest(null)
    form.clearErrors()
    resetFlow()
  }, [form, resetFlow])

  return {
    state,
    form,
    submit: useMemo(() => form.handleSubmit(lookUp), [form, lookUp]),
    request,
    approve: useCallback(() => decide('approveDevice', { kind: 'approved' }), [decide]),
    deny: useCallback(() => decide('denyDevice', { kind: 'denied' }), [decide]),
    reset,
  }
}

async function findDevice(client: AuthClient, userCode: string): Promise<DeviceRequest | UiState> {
  const found = await client.perform('verifyDeviceCode', { userCode })
  if (found.kind !== 'succeeded') return found
  const { providers } = found.value
  if (await client.supports('approveDevice')) return { userCode, approval: 'here', providers }
  // Nobody can approve by signing in where there is nowhere to sign in.
  if (providers.length === 0) return client.report('provider_not_configured', 'device_verify')
  return { userCode, approval: 'by_signing_in', providers }
}

/** Dashes of every kind become one kind and spaces go; what else a code may be is the backend's to know. */
function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\p{Z}\p{Cc}\p{Cf}]/gu, '')
}
