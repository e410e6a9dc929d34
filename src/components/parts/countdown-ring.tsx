'use client'
import { useState } from 'react'

export interface CountdownRingProps {
  secondsLeft: number
  /** How long the wait was when it began, where that is known. Default: what was left when it was first drawn. */
  seconds?: number | null
}

/** How much of a wait is left, beside the words that say it. */
export function CountdownRing({ secondsLeft, seconds = null }: CountdownRingProps) {
  const [first] = useState(secondsLeft)
  const whole = Math.max(seconds ?? 0, first, secondsLeft, 1)
  return (
    <svg data-gw="ring" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      <circle
        cx="12"
        cy="12"
        r="10"
        transform="rotate(-90 12 12)"
        pathLength={whole}
        strokeDasharray={`${secondsLeft} ${whole}`}
      />
      <path d="M12 7v6m0 3.5v.5" />
    </svg>
  )
}
