'use client'
import { useEmailVerification } from '../../hooks/use-email-verification.js'
import { useCopy } from '../../i18n/use-copy.js'
import { NextActions } from '../next-actions.js'
import { Resend } from '../parts/resend.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** The address is not verified yet: says which, and sends the mail again when asked, with a pause in between. */
export function VerificationRequired({ state, handlers }: ViewProps<'verification_required'>) {
  const { say, rich } = useCopy()
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
      <p data-gw="text">{say('texts.checkSpam')}</p>
      {state.resend && state.channel === 'email' && address !== '' && (
        <ResendEmail email={address} />
      )}
      <NextActions
        // Once verified, a sign-in can be sent again as it is; a new account signs in for the first time.
        wanted={handlers.retry ? ['continue', 'back'] : ['to_sign_in', 'continue', 'back']}
        handlers={handlers}
      />
    </StatePanel>
  )
}

function ResendEmail({ email }: { email: string }) {
  const { state, resend, resendAt } = useEmailVerification({ email })
  return <Resend state={state} resendAt={resendAt} onResend={(token) => void resend(token)} />
}
