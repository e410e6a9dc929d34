'use client'
import { useAuthSettings } from './auth-context.js'
import {
  useEmailRequest,
  type EmailRequest,
  type EmailRequestOptions,
} from './use-email-request.js'

/** What the form begins with, and where the mail leads. */
export type UsePasswordResetRequestOptions = EmailRequestOptions

/** A form over the address whose password is forgotten. */
export type UsePasswordResetRequest = EmailRequest

/** Asks for the link with which a forgotten password is replaced. */
export function usePasswordResetRequest(
  options: UsePasswordResetRequestOptions = {},
): UsePasswordResetRequest {
  const { client } = useAuthSettings('usePasswordResetRequest')
  return useEmailRequest({
    ...options,
    caller: 'usePasswordResetRequest',
    purpose: 'password_reset',
    operation: 'password_forgot',
    ask: client.requestPasswordReset,
  })
}
