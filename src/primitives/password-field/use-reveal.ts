'use client'
import { useCallback, useEffect, useState, type RefObject } from 'react'

/**
 * Whether a password is shown. It is hidden again before its form is submitted, so that the browser's form
 * history never stores it, and when the page comes back from the back/forward cache.
 */
export function useReveal(input: RefObject<HTMLInputElement | null>): [boolean, () => void] {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!shown) return undefined
    function hide(): void {
      // Now, not at the next render: the submit handlers that follow must find a password field.
      if (input.current) input.current.type = 'password'
      setShown(false)
    }
    function onSubmit({ target }: Event): void {
      if (target === input.current?.form) hide()
    }
    function onPageShow({ persisted }: PageTransitionEvent): void {
      if (persisted) hide()
    }
    // Ended by a signal: markup of the page may have taken the name of the document's `removeEventListener`.
    const over = new AbortController()
    document.addEventListener('submit', onSubmit, { capture: true, signal: over.signal })
    window.addEventListener('pageshow', onPageShow, { signal: over.signal })
    return () => over.abort()
  }, [shown, input])
  const toggle = useCallback(() => setShown((was) => !was), [])
  return [shown, toggle]
}
