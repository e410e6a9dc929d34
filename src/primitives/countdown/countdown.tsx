'use client'
import {
  forwardRef,
  useEffect,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { formatDuration } from '../../i18n/duration.js'
import { LiveRegion } from '../announcer/live-region.js'
import { announcementStep } from './announcement-step.js'
import { useCountdown, type CountdownOptions } from './use-countdown.js'

/** What `Countdown` takes; other props reach its element. */
export interface CountdownProps
  extends CountdownOptions, Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** The instant, in epoch milliseconds. */
  until: number | null
  /** Called once when the instant is reached. */
  onEnd?: (() => void) | undefined
  /** BCP 47 tag for the time in words. Default `en`. */
  language?: string | undefined
  /** What is seen, each second. Default: the time in words. */
  children?: ((secondsLeft: number) => ReactNode) | undefined
  /** What is said, at coarse steps and at the end. Default: the time in words. */
  announce?: ((secondsLeft: number) => ReactNode) | undefined
}

/** A running countdown: seen each second, said at the start, at coarse steps and at the end. */
export const Countdown = forwardRef<HTMLSpanElement, CountdownProps>(function Countdown(
  { until, now, onEnd, language = 'en', children, announce, ...props },
  ref,
) {
  const { secondsLeft, ended } = useCountdown(until, { now })
  const inWords = (seconds: number) => formatDuration(seconds, language)
  const said = useSaid(until, secondsLeft)
  useOnEnd(until, ended, onEnd)
  return (
    <span data-gw="countdown" {...props} ref={ref}>
      <span aria-hidden="true">
        {secondsLeft === null ? null : (children ?? inWords)(secondsLeft)}
      </span>
      <LiveRegion politeness="polite" hidden="visually" stamp={said ?? undefined}>
        {said === null ? null : (announce ?? inWords)(said)}
      </LiveRegion>
    </span>
  )
})

/** Some screen readers miss text that comes together with its region. */
const REGION_FIRST_MS = 100

/** The time left when the current announcement became due. */
function useSaid(until: number | null, secondsLeft: number | null): number | null {
  const [said, setSaid] = useState<{ until: number; step: number; secondsLeft: number } | null>(
    null,
  )
  const step = secondsLeft === null ? null : announcementStep(secondsLeft)
  const isSaid = said?.until === until && said?.step === step
  useEffect(() => {
    if (isSaid || until === null || step === null || secondsLeft === null) return undefined
    const timer = setTimeout(setSaid, REGION_FIRST_MS, { until, step, secondsLeft })
    return () => clearTimeout(timer)
  }, [isSaid, until, step, secondsLeft])
  return said?.until === until ? said.secondsLeft : null
}

function useOnEnd(until: number | null, ended: boolean, onEnd: (() => void) | undefined): void {
  const endedAt = useRef<number | null>(null)
  useEffect(() => {
    if (!ended || endedAt.current === until) return
    endedAt.current = until
    onEnd?.()
  }, [ended, until, onEnd])
}
