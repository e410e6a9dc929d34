'use client'
import { forwardRef, useContext } from 'react'
import { AuthContext } from '../hooks/auth-context.js'
import { useCopy } from '../i18n/use-copy.js'
import {
  Countdown as BareCountdown,
  type CountdownProps,
} from '../primitives/countdown/countdown.js'

/**
 * A running countdown by the client's clock and in the language of the page: seen each second, said at the start, at
 * coarse steps and at the end.
 */
export const Countdown = forwardRef<HTMLSpanElement, CountdownProps>(function Countdown(
  { now, language, ...props },
  ref,
) {
  const clock = useContext(AuthContext)?.now
  const copy = useCopy()
  return (
    <BareCountdown {...props} ref={ref} now={now ?? clock} language={language ?? copy.language} />
  )
})
