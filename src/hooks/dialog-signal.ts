import { useCallback, useEffect, useRef } from 'react'

/** A signal for each of the system's dialogs: it closes the dialog when whoever opened it has gone. */
export function useDialogSignal(): () => AbortSignal {
  const opened = useRef<AbortController | null>(null)
  useEffect(() => () => opened.current?.abort(), [])
  return useCallback(() => {
    opened.current = new AbortController()
    return opened.current.signal
  }, [])
}
