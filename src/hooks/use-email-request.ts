'use client'
import { useCallback, useMemo, type BaseSyntheticEvent } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import type { EmailRequest as EmailRequestInput } from '../backends/actions.js'
import type { Succeeded } from '../client/auth-client.js'
import type { UiState } from '../ui-state/ui-state.js'
import { EmailAddress } from './email-address.js'
import { showFieldErrors } from './form-errors.js'
import type { LatencyOptions } from './latency-floor.js'
import type { Ready, Submitting } from './use-flow.js'
import {
  useMessageRequest,
  type MessageRequestOptions,
  type MessageSent,
} from './use-message-request.js'

const Request = z.object({ email: EmailAddress })

/** What is typed: `email`. */
export type EmailRequestValues = z.infer<typeof Request>

/** What the form begins with, and where the mail leads. */
export interface EmailRequestOptions extends LatencyOptions {
  /** Fills the e-mail field, as when a person comes from another screen. */
  defaultEmail?: string | undefined
  /** Where the link in the mail leads, for backends that let the app say. */
  redirectUrl?: string | undefined
}

/** A form over an address, and the message that is sent to it. */
export interface EmailRequest {
  /** `message_sent` for a known and an unknown address alike. */
  state: Ready | Submitting | MessageSent | UiState
  /** A react-hook-form over `email`. */
  form: UseFormReturn<EmailRequestValues>
  /** Validates the form and asks for the message; for `<form onSubmit>` or a button. */
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  /** Sends the same form again with the token of a solved captcha. */
  solveCaptcha: (token: string) => Promise<void>
  /** Asks for another to the same address. Does nothing during the cool-down. */
  resend: (captchaToken?: string) => Promise<void>
  /** Gives up the request on its way. What was typed stays. */
  cancel: () => void
  /** Back to the form, as for another address. The e-mail stays. */
  reset: () => void
}

interface Asking
  extends EmailRequestOptions, Pick<MessageRequestOptions, 'caller' | 'purpose' | 'operation'> {
  /** Sends the request. Keep it stable. */
  ask: (input: EmailRequestInput) => Promise<Succeeded<unknown> | UiState>
}

/** A form over an address, and the message that is sent to it. */
export function useEmailRequest({
  ask: action,
  defaultEmail = '',
  redirectUrl,
  ...options
}: Asking): EmailRequest {
  const form = useForm<EmailRequestValues>({
    resolver: zodResolver(Request),
    defaultValues: { email: defaultEmail },
  })
  const ask = useCallback(
    (email: string, captchaToken?: string) =>
      action({
        email,
        ...(redirectUrl ? { redirectUrl } : {}),
        ...(captchaToken ? { captchaToken } : {}),
      }),
    [action, redirectUrl],
  )
  const { state, request, resend, cancel, reset } = useMessageRequest({ ...options, ask })

  const send = useCallback(
    async ({ email }: EmailRequestValues, captchaToken?: string) => {
      const refusal = await request(email, captchaToken)
      if (refusal?.kind === 'field_errors') showFieldErrors(form, refusal)
    },
    [form, request],
  )
  const submit = useMemo(() => form.handleSubmit((values) => send(values)), [form, send])
  const solveCaptcha = useCallback(
    (token: string) => form.handleSubmit((values) => send(values, token))(),
    [form, send],
  )
  return { state, form, submit, solveCaptcha, resend, cancel, reset }
}
