'use client'
import { VisuallyHidden } from '../../primitives/visually-hidden/visually-hidden.js'

/** A code or key: seen as it is, read out character by character, and left alone by page translators. */
export function Spelled({ children: text }: { children: string }) {
  return (
    <span translate="no" dir="ltr">
      <span aria-hidden="true">{text}</span>
      <VisuallyHidden>{Array.from(text.replace(/\s/g, '')).join(' ')}</VisuallyHidden>
    </span>
  )
}
