'use client'
import { useAuthSettings } from '../../hooks/auth-context.js'
import { copyOf } from '../../i18n/copy-of.js'
import { useCopy } from '../../i18n/use-copy.js'
import { Countdown } from '../../primitives/countdown/countdown.js'
import { useCountdown } from '../../primitives/countdown/use-countdown.js'
import type { UiState } from '../../ui-state/ui-state.js'
import { StateSentence } from './state-sentence.js'

/** A sentence with a running time in it, until the time is over; the plain sentence where no time is known. */
export function WaitSentence({ state, until }: { state: UiState; until: number | null }) {
  const { now } = useAuthSettings('WaitSentence')
  const { t, language } = useCopy()
  const { ended } = useCountdown(until, { now })
  const copy = copyOf(state)
  if (until === null || !copy) return <StateSentence state={state} />
  const running = (seconds: number) => t(copy.key, { ...copy.values, seconds })
  const over = t(copy.ended ?? 'a11y.readyToRetry')
  return (
    <>
      <p data-gw="text">
        <Countdown
          until={until}
          now={now}
          language={language}
          announce={(seconds) => (seconds === 0 ? over : running(seconds))}
        >
          {(seconds) => (seconds === 0 ? over : running(seconds))}
        </Countdown>
      </p>
      {copy.hint && !ended && <p data-gw="text">{t(copy.hint)}</p>}
    </>
  )
}
