'use client'
import type { OfferedFactor } from '../../errors/failure-data.js'
import { useCopy } from '../../i18n/use-copy.js'

export interface FactorTextProps {
  id: string
  factor: OfferedFactor
  /** Its code has not been sent yet. */
  due: boolean
}

const BY_MESSAGE = {
  sms: { due: 'mfa.smsSend', dueTo: 'mfa.smsSendTo', sentTo: 'mfa.smsTo' },
  email: { due: 'mfa.emailSend', dueTo: 'mfa.emailSendTo', sentTo: 'mfa.emailTo' },
} as const

/** What to do about a factor; for one whose code is sent, where it goes to, as far as the backend says. */
export function FactorText({ id, factor: { kind, label }, due }: FactorTextProps) {
  const { say, rich } = useCopy()
  const copy = kind === 'sms' || kind === 'email' ? BY_MESSAGE[kind] : null
  const address = copy && label && isAddress(label) ? <bdi dir="ltr">{label}</bdi> : null
  return (
    <p data-gw="text" id={id}>
      {copy && address
        ? rich(due ? copy.dueTo : copy.sentTo, { address })
        : say(copy && due ? copy.due : `mfa.${kind}`)}
    </p>
  )
}

/** A label may also be a mere name, such as "Text message". */
function isAddress(label: string): boolean {
  return /[\d@*•]/.test(label)
}
