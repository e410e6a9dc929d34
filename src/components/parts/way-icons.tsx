import type { ReactNode } from 'react'

/** In the colour of the words beside it. */
function Outline({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  )
}

/** A key. */
export function PasskeyIcon() {
  return (
    <Outline>
      <circle cx="7.5" cy="16" r="4.5" />
      <path d="M10.7 12.8 20 3.5M15.5 8l3.5 3.5M12.5 11l2 2" />
    </Outline>
  )
}

/** An envelope. */
export function MailIcon() {
  return (
    <Outline>
      <rect x="3" y="5" width="18" height="14" rx="2.5" />
      <path d="m3.5 7.5 8.5 6 8.5-6" />
    </Outline>
  )
}

/** Somebody without a name. */
export function GuestIcon() {
  return (
    <Outline>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5a7.5 7.5 0 0 1 15 0" strokeDasharray="3 3" />
    </Outline>
  )
}
