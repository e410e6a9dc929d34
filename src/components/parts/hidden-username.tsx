'use client'
import { VisuallyHidden } from '../../primitives/visually-hidden/visually-hidden.js'

/** Tells password managers whose password a form is about, where the form does not ask. */
export function HiddenUsername({ email }: { email: string | null | undefined }) {
  if (!email) return null
  return (
    <VisuallyHidden aria-hidden>
      <input
        type="text"
        name="username"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
      />
    </VisuallyHidden>
  )
}
