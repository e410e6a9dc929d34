'use client'
import { useAuthSettings } from '../../hooks/auth-context.js'
import { useCopy } from '../../i18n/use-copy.js'
import { announcementStep } from '../../primitives/countdown/announcement-step.js'
import { useCountdown } from '../../primitives/countdown/use-countdown.js'

export interface EndsInProps {
  id?: string | undefined
  /** The instant, in epoch milliseconds; null where nobody knows. */
  until: number | null
}

/** Says at the start how long a step may take (WCAG 2.2, 2.2.6), in coarse steps and without speaking up by itself. */
export function EndsIn({ id, until }: EndsInProps) {
  const { now } = useAuthSettings('EndsIn')
  const { say } = useCopy()
  const { secondsLeft } = useCountdown(until, { now })
  if (secondsLeft === null || secondsLeft === 0) return null
  return (
    <p data-gw="text" id={id}>
      {say('mfa.expires', { seconds: announcementStep(secondsLeft) })}
    </p>
  )
}
