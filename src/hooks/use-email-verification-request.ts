'use client'
import { useAuthSettings } from './auth-context.js'
import {
  useEmailRequest,
  type EmailRequest,
  type EmailRequestOptions,
} from './use-email-request.js'

/** Asks for a link that verifies an address which has to be typed. `useEmailVerification` is for one that is known. */
export function useEmailVerificationRequest(options: EmailRequestOptions = {}): EmailRequest {
  const { client } = useAuthSettings('useEmailVerificationRequest')
  return useEmailRequest({
    ...options,
    caller: 'useEmailVerificationRequest',
    purpose: 'code_send',
    operation: 'email_resend',
    ask: client.resendVerification,
  })
}
