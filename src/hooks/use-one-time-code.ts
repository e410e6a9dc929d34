'use client'
import { useCallback, useMemo, useState, type BaseSyntheticEvent } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import type { AuthUser } from '../backends/actions.js'
import type { AuthClient, SignedIn, Succeeded } from '../client/auth-client.js'
import { rememberMethod } from '../client/last-method.js'
import type { UiState } from '../ui-state/ui-state.js'
import { withoutDisclosureAtCode } from './account-disclosure.js'
import { useAuthSettings } from './auth-context.js'
import { EmailAddress } from './email-address.js'
import { showFieldErrors } from './form-errors.js'
import type { LatencyOptions } from './latency-floor.js'
import { PhoneNumber } from './phone-number.js'
import { useFlow, type Ready, type Submitting } from './use-flow.js'
import {
  useMessageRequest,
  type MessageRequestOptions,
  type MessageSent,
} from './use-message-request.js'

/** Where a one-time code is sent. */
export type CodeChannel = 'email' | 'sms'

/** What is typed to get a code. */
export interface CodeAddressValues {
  /** The e-mail address or phone number. */
  address: string
}

/** What is typed once it has come. */
export interface OneTimeCodeValues {
  code: string
}

/** A code is on its way, if the address is one the server sends codes to, and waits to be typed. */
export interface CodeSent extends Omit<MessageSent, 'kind'> {
  kind: 'code_sent'
  /** What became of the code that was typed. */
  entry: Ready | Submitting | UiState
}

/** Where codes are sent, and whom to tell of the sign-in. */
export interface UseOneTimeCodeOptions extends LatencyOptions {
  /** Default `email`. */
  channel?: CodeChannel | undefined
  /** Called once somebody is signed in, with who it is where the backend tells. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /** Fills the address field, as when a person comes from another screen. */
  defaultAddress?: string | undefined
}

/** The address a code is sent to, and the code. */
export interface UseOneTimeCode {
  /** `code_sent` for a known and an unknown address alike. */
  state: Ready | Submitting | CodeSent | SignedIn | UiState
  /** A react-hook-form over `address`, for asking for a code. */
  addressForm: UseFormReturn<CodeAddressValues>
  /** A react-hook-form over `code`, once one has been sent. */
  codeForm: UseFormReturn<OneTimeCodeValues>
  /** Validates the address and asks for a code; for `<form onSubmit>` or a button. */
  request: (event?: BaseSyntheticEvent) => Promise<void>
  /** Sends the same request again with the token of a solved captcha. */
  solveCaptcha: (token: string) => Promise<void>
  /** Asks for another code to the same address. Does nothing during the cool-down. */
  resend: (captchaToken?: string) => Promise<void>
  /** Signs in with the code that was typed. A wrong one leaves the rest as it is. */
  verify: (event?: BaseSyntheticEvent) => Promise<void>
  /** Gives up the request for a code that is on its way. The address stays. */
  cancel: () => void
  /** To be called by whatever finishes a sign-in that needed more than the code. */
  finish: (user: AuthUser | null) => void
  /** Back to the address, which stays. */
  reset: () => void
}

interface Channel {
  purpose: MessageRequestOptions['purpose']
  /** What the server calls the address. */
  field: string
  ask: (
    client: AuthClient,
    address: string,
    captchaToken?: string,
  ) => Promise<Succeeded<unknown> | UiState>
  enter: (client: AuthClient, address: string, code: string) => Promise<SignedIn | UiState>
}

const CHANNELS: Record<CodeChannel, Channel> = {
  email: {
    purpose: 'email_code',
    field: 'email',
    ask: (client, email, captchaToken) =>
      client.perform('requestEmailCode', { email, ...(captchaToken ? { captchaToken } : {}) }),
    enter: (client, email, code) =>
      client.enter('verifyEmailCode', { email, code }, { factor: 'email' }),
  },
  sms: {
    purpose: 'phone_code',
    field: 'phone',
    ask: (client, phone, captchaToken) =>
      client.perform('requestPhoneCode', { phone, ...(captchaToken ? { captchaToken } : {}) }),
    enter: (client, phone, code) =>
      client.enter('verifyPhoneCode', { phone, code }, { factor: 'sms' }),
  },
}

const Code = z.object({ code: z.string().check(z.trim(), z.minLength(1, 'required')) })
const ADDRESS = {
  email: z.object({ address: EmailAddress }),
  sms: z.object({ address: PhoneNumber }),
} as const

/** Signs in with a code that is sent to an e-mail address or, as a text message, to a phone. */
export function useOneTimeCode(options: UseOneTimeCodeOptions = {}): UseOneTimeCode {
  const { channel = 'email', onSignedIn, defaultAddress = '', latencyFloorMs, delay } = options
  const { client } = useAuthSettings('useOneTimeCode')
  const { purpose, field, ask: askFor } = CHANNELS[channel]
  const addressForm = useForm<CodeAddressValues>({
    resolver: zodResolver(ADDRESS[channel]),
    defaultValues: { address: defaultAddress },
  })
  const ask = useCallback(
    (address: string, captchaToken?: string) => askFor(client, address, captchaToken),
    [askFor, client],
  )
  const message = useMessageRequest({
    caller: 'useOneTimeCode',
    purpose,
    operation: 'mfa_send_code',
    ask,
    latencyFloorMs,
    delay,
  })
  const {
    state: sent,
    request: requestMessage,
    resend: resendMessage,
    cancel,
    reset: resetMessage,
  } = message
  const sentTo = sent.kind === 'message_sent' ? sent.address : null
  const { entered, codeForm, verify, finish, clear } = useCodeEntry(channel, sentTo, onSignedIn)

  const send = useCallback(
    async ({ address }: CodeAddressValues, captchaToken?: string) => {
      const refusal = await requestMessage(address, captchaToken)
      if (refusal?.kind !== 'field_errors') return
      const fields = refusal.fields.map((fault) =>
        fault.name === field ? { ...fault, name: 'address' } : fault,
      )
      showFieldErrors(addressForm, { ...refusal, fields })
    },
    [addressForm, field, requestMessage],
  )
  const request = useMemo(
    () => addressForm.handleSubmit((values) => send(values)),
    [addressForm, send],
  )
  const solveCaptcha = useCallback(
    (token: string) => addressForm.handleSubmit((values) => send(values, token))(),
    [addressForm, send],
  )
  const resend = useCallback(
    async (captchaToken?: string) => {
      // What was said of the older code is not true of the next.
      clear()
      await resendMessage(captchaToken)
    },
    [clear, resendMessage],
  )
  const reset = useCallback(() => {
    clear()
    resetMessage()
  }, [clear, resetMessage])

  const state = useMemo((): UseOneTimeCode['state'] => {
    if (entered.kind === 'signed_in') return entered
    return sent.kind === 'message_sent' ? { ...sent, kind: 'code_sent', entry: entered } : sent
  }, [entered, sent])
  return {
    state,
    addressForm,
    codeForm,
    request,
    solveCaptcha,
    resend,
    verify,
    cancel,
    finish,
    reset,
  }
}

/** The code that is typed, and what becomes of it. */
function useCodeEntry(
  channel: CodeChannel,
  sentTo: string | null,
  onSignedIn: UseOneTimeCodeOptions['onSignedIn'],
) {
  const { client, accountDisclosure, now } = useAuthSettings('useOneTimeCode')
  const { enter } = CHANNELS[channel]
  const {
    state: entered,
    run,
    reset,
  } = useFlow<SignedIn | UiState>('useOneTimeCode', 'sign_in', { shown: false })
  const codeForm = useForm<OneTimeCodeValues>({
    resolver: zodResolver(Code),
    defaultValues: { code: '' },
  })
  const [finished, setFinished] = useState<SignedIn | null>(null)
  const finish = useCallback(
    (user: AuthUser | null) => {
      codeForm.reset()
      rememberMethod(channel)
      setFinished({ kind: 'signed_in', user })
      onSignedIn?.(user)
    },
    [channel, codeForm, onSignedIn],
  )
  const send = useCallback(
    async ({ code }: OneTimeCodeValues) => {
      if (sentTo === null) return
      const outcome = await run(async () => {
        const answer = await enter(client, sentTo, code)
        return accountDisclosure === 'show'
          ? answer
          : withoutDisclosureAtCode(answer, client, now())
      })
      if (outcome?.kind === 'signed_in') finish(outcome.user)
      else if (outcome?.kind === 'invalid_code') codeForm.setFocus('code', { shouldSelect: true })
      else if (outcome?.kind === 'mfa_required') codeForm.reset()
      else if (outcome?.kind === 'field_errors') showFieldErrors(codeForm, outcome)
    },
    [accountDisclosure, client, codeForm, enter, finish, now, run, sentTo],
  )
  const verify = useMemo(() => codeForm.handleSubmit(send), [codeForm, send])
  const clear = useCallback(() => {
    codeForm.reset()
    setFinished(null)
    reset()
  }, [codeForm, reset])
  return { entered: finished ?? entered, codeForm, verify, finish, clear }
}
