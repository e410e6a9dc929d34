'use client'
import { useMemo } from 'react'
import { useAuthSettings } from './auth-context.js'
import { readDomains, suggestEmail } from './email-suggestion.js'
import { useSettled } from './use-settled.js'

/**
 * The address that was probably meant, once typing pauses; null where there is nothing to say. It is worked out
 * on this device, and nothing waits for it.
 *
 * @throws when one of the provider's `emailDomains` is no domain.
 */
export function useEmailSuggestion(address: string): string | null {
  const { emailDomains } = useAuthSettings('useEmailSuggestion')
  const domains = useMemo(() => emailDomains && readDomains(emailDomains), [emailDomains])
  const settled = useSettled(address)
  return useMemo(
    () => (settled === address ? suggestEmail(settled, domains) : null),
    [address, domains, settled],
  )
}
