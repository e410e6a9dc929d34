'use client'
import { useAuthSettings } from '../../hooks/auth-context.js'
import { useEmailVerification } from '../../hooks/use-email-verification.js'
import { useCopy } from '../../i18n/use-copy.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'
import { useCountdown } from '../../primitives/countdown/use-countdown.js'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import { StateSentence } from '../parts/state-sentence.js'
import type { UiState } from '../../ui-state/ui-state.js'
import { isUiState } from '../surface.js'
import { UiStateView } from '../ui-state-view.js'
import type { ViewProps } from '../view-props.js'

/** The address is not verified yet: says which, and sends the mail again when asked, with a pause in between. */
export function VerificationRequired({ state, handlers }: ViewProps<'verification_required'>) {
  const { t, rich } = useCopy()
  const address = state.address ?? handlers.email ?? ''
  return (
    <StatePanel
      state={state}
      title={state.channel === 'email' ? 'titles.verifyEmail' : 'titles.verifyPhone'}
    >
      {address !== '' && (
        <p data-gw="text">
          {rich(state.channel === 'email' ? 'texts.checkEmail' : 'texts.checkPhone', {
            address: <bdi dir="ltr">{address}</bdi>,
          })}
        </p>
      )}
      <p data-gw="text">{t('texts.checkSpam')}</p>
      {state.resend && state.channel === 'email' && address !== '' && <Resend email={address} />}
      <NextActions wanted={['continue', 'back']} handlers={handlers} />
    </StatePanel>
  )
}

function Resend({ email }: { email: string }) {
  const { now } = useAuthSettings('VerificationRequired')
  const { t } = useCopy()
  const { state, resend, resendAt } = useEmailVerification({ email })
  const { secondsLeft } = useCountdown(resendAt, { now })
  const waiting = secondsLeft !== null && secondsLeft > 0
  return (
    <>
      <LiveRegion politeness="polite" stamp={resendAt ?? undefined}>
        {state.kind === 'succeeded' ? (
          <p data-gw="text">{t('texts.emailSent')}</p>
        ) : isUiState(state) ? (
          <Refusal state={state} />
        ) : null}
      </LiveRegion>
      <button
        type="button"
        data-gw="button"
        data-variant="secondary"
        aria-disabled={waiting || state.kind === 'submitting' || undefined}
        onClick={() => void resend()}
      >
        {waiting ? t('actions.resendIn', { seconds: secondsLeft }) : t('actions.resendEmail')}
      </button>
    </>
  )
}

/** The button below counts down already. */
function Refusal({ state }: { state: UiState }) {
  return state.kind === 'rate_limited' ? (
    <StateSentence state={state} />
  ) : (
    <UiStateView state={state} />
  )
}
