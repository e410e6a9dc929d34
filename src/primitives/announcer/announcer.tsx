'use client'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js'
import type { Politeness } from './live-region.js'

/** Says a message to those who cannot see it. The same message twice is said twice. */
export type Announce = (message: string, politeness?: Politeness) => void

interface Message {
  id: number
  text: string
  politeness: Politeness
}

/** Long enough to be picked up, short enough that nobody comes across it later as if it were new. */
const KEPT_MS = 10_000

const AnnounceContext = createContext<Announce | null>(null)

/** Holds the live regions that `useAnnounce` speaks through, mounted before there is anything to say. */
export function AnnouncerProvider({ children }: { children?: ReactNode }) {
  const [messages, setMessages] = useState<readonly Message[]>([])
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  const count = useRef(0)
  useEffect(() => {
    const pending = timers.current
    return () => {
      pending.forEach(clearTimeout)
      pending.clear()
    }
  }, [])
  const announce = useCallback<Announce>((text, politeness = 'polite') => {
    count.current += 1
    const message = { id: count.current, text, politeness }
    setMessages((said) => [...said, message])
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setMessages((said) => said.filter(({ id }) => id !== message.id))
    }, KEPT_MS)
    timers.current.add(timer)
  }, [])
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      {(['polite', 'assertive'] as const).map((politeness) => (
        <VisuallyHidden
          key={politeness}
          role={politeness === 'assertive' ? 'alert' : 'status'}
          aria-live={politeness}
          aria-atomic="false"
          aria-relevant="additions"
        >
          {messages
            .filter((message) => message.politeness === politeness)
            .map(({ id, text }) => (
              <span key={id}>{text}</span>
            ))}
        </VisuallyHidden>
      ))}
    </AnnounceContext.Provider>
  )
}

/**
 * Speaks through the live regions of the nearest `AnnouncerProvider`.
 *
 * @throws outside of an `AnnouncerProvider`.
 */
export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext)
  if (announce) return announce
  throw new Error(
    'Gatewright: useAnnounce was called outside of <AnnouncerProvider>, so nothing would be said. ' +
      'Wrap the screen in <AnnouncerProvider>.',
  )
}
