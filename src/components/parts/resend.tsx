'use client'
import { useState } from 'react'
import { useAuthSettings } from '../../hooks/auth-context.js'
import type { CopyKey } from '../../i18n/resources.js'
import { useCopy } from '../../i18n/use-copy.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'
import { useCountdown } from '../../primitives/countdown/use-countdown.js'
import type { UiState } from '../../ui-state/ui-state.js'
import { isUiState } from '../surface.js'
import { UiStateView } from '../ui-state-view.js'
import { StateSentence } from './state-sentence.js'

export interface ResendProps {
  /** What became of asking again. */
  state: { kind: string }
  /** Instant (epoch milliseconds) from which it can be asked again; null when it can be now. */
  resendAt: number | null
  onResend: (captchaToken?: string) => void
  /** Default: those of an e-mail. */
  label?: CopyKey | undefined
  sent?: CopyKey | undefined
}

/** Sends a message again when asked, with a pause in between that the button counts down. */
export function Resend({
  state,
  resendAt,
  onResend,
  label = 'actions.resendEmail',
  sent = 'texts.emailSent',
}: ResendProps) {
  const { now } = useAuthSettings('Resend')
  const { say } = useCopy()
  const { secondsLeft } = useCountdown(resendAt, { now })
  const waiting = secondsLeft !== null && secondsLeft > 0
  // The end of the pause is no news of the message: what was said is not said again.
  const [latestPause, setLatestPause] = useState(resendAt)
  if (resendAt !== null && resendAt !== latestPause) setLatestPause(resendAt)
  return (
    <>
      <LiveRegion politeness="polite" stamp={latestPause ?? undefined}>
        {state.kind === 'succeeded' ? (
          <p data-gw="text">{say(sent)}</p>
        ) : isUiState(state) ? (
          <Refusal state={state} onResend={onResend} />
        ) : null}
      </LiveRegion>
      <button
        type="button"
        data-gw="button"
        data-variant="secondary"
        aria-disabled={waiting || state.kind === 'submitting' || undefined}
        onClick={() => onResend()}
      >
        {waiting ? say('actions.resendIn', { seconds: secondsLeft }) : say(label)}
      </button>
    </>
  )
}

/** The button below counts down already. */
function Refusal({ state, onResend }: { state: UiState } & Pick<ResendProps, 'onResend'>) {
  return state.kind === 'rate_limited' ? (
    <StateSentence state={state} />
  ) : (
    <UiStateView state={state} handlers={{ retry: () => onResend(), solveCaptcha: onResend }} />
  )
}
