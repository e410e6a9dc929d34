'use client'
import { useState } from 'react'
import { useAuthSettings } from '../../hooks/auth-context.js'
import { useCopy } from '../../i18n/use-copy.js'
import { NextActions } from '../next-actions.js'
import { Modal } from '../parts/modal.js'
import { StatePanel } from '../parts/state-panel.js'
import { SignIn } from '../sign-in.js'
import type { ViewProps } from '../view-props.js'

/**
 * The session is over; why differs, the way on does not. Where neither the flow nor the app names one, people
 * sign in right here.
 */
export function SignInRequired({ state, handlers }: ViewProps<'sign_in_required'>) {
  const { say } = useCopy()
  const { links } = useAuthSettings('SignInRequired')
  const [isAsking, setAsking] = useState(false)
  const stop = () => setAsking(false)
  const isNamed = handlers.restart !== undefined || links.signIn !== undefined
  return (
    <StatePanel state={state}>
      <NextActions
        lead="primary"
        wanted={['sign_in', 'home']}
        handlers={isNamed ? handlers : { ...handlers, restart: () => setAsking(true) }}
      />
      <Modal open={isAsking} heading="titles.signIn" onDismiss={stop}>
        <SignIn
          defaultEmail={handlers.email}
          onSignedIn={() => {
            stop()
            handlers.retry?.()
          }}
          footer={
            <div data-gw="actions">
              <button type="button" data-gw="button" data-variant="quiet" onClick={stop}>
                {say('actions.cancel')}
              </button>
            </div>
          }
        />
      </Modal>
    </StatePanel>
  )
}
