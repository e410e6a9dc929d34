'use client'
import { useAuthSettings } from '../../hooks/auth-context.js'
import { copyOf } from '../../i18n/copy-of.js'
import { useCopy } from '../../i18n/use-copy.js'
import { Countdown } from '../../primitives/countdown/countdown.js'
import { useCountdown } from '../../primitives/countdown/use-countdown.js'
import type { UiState } from '../../ui-state/ui-state.js'
import { CountdownRing } from './countdown-ring.js'
import { StateSentence } from './state-sentence.js'

export interface WaitSentenceProps {
  state: UiState
  /** Epoch milliseconds. */
  until: number | null
  /** How long the whole wait is, where the server has named it. */
  seconds?: number | null
}

/** A sentence with a running time in it, until the time is over; the plain sentence where no time is known. */
export function WaitSentence({ state, until, seconds }: WaitSentenceProps) {
  const { now } = useAuthSettings('WaitSentence')
  const { say, language } = useCopy()
  const { ended, secondsLeft } = useCountdown(until, { now })
  const copy = copyOf(state)
  if (until === null || !copy) return <StateSentence state={state} />
  const running = (seconds: number) => say(copy.key, { ...copy.values, seconds })
  const over = say(copy.ended ?? 'a11y.readyToRetry')
  return (
    <>
      <p data-gw="text">
        {secondsLeft !== null && !ended && (
          <CountdownRing key={until} secondsLeft={secondsLeft} seconds={seconds ?? null} />
        )}
        <Countdown
          until={until}
          now={now}
          language={language}
          announce={(seconds) => (seconds === 0 ? over : running(seconds))}
        >
          {(seconds) => (seconds === 0 ? over : running(seconds))}
        </Countdown>
      </p>
      {copy.hint && !ended && <p data-gw="text">{say(copy.hint)}</p>}
    </>
  )
}
