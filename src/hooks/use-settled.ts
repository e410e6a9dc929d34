'use client'
import { useEffect, useState } from 'react'

/** Long enough that nobody is interrupted in the middle of typing, nor a screen reader by each letter (WCAG 4.1.3). */
const PAUSE_MS = 1_000

/** A text once it has stood for a while; an emptied field is empty at once, and keeps nothing. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return text === '' ? '' : settled
}
