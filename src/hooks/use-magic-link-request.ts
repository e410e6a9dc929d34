'use client'
import { useCallback } from 'react'
import type { EmailRequest as EmailRequestInput } from '../backends/actions.js'
import { useAuthSettings } from './auth-context.js'
import {
  useEmailRequest,
  type EmailRequest,
  type EmailRequestOptions,
} from './use-email-request.js'

/** Asks for a link that signs in. */
export function useMagicLinkRequest(options: EmailRequestOptions = {}): EmailRequest {
  const { client } = useAuthSettings('useMagicLinkRequest')
  const ask = useCallback(
    (input: EmailRequestInput) => client.perform('requestMagicLink', input),
    [client],
  )
  return useEmailRequest({
    ...options,
    caller: 'useMagicLinkRequest',
    purpose: 'magic_link',
    operation: 'mfa_send_code',
    ask,
  })
}
