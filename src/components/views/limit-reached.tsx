'use client'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useActionFacts } from '../../hooks/use-action-facts.js'
import { useSession } from '../../hooks/use-session.js'
import { useCopy } from '../../i18n/use-copy.js'
import { NextActions } from '../next-actions.js'
import { Modal } from '../parts/modal.js'
import { StateAlert } from '../parts/state-alert.js'
import { Sessions } from '../sessions.js'
import type { ViewProps } from '../view-props.js'

/** Something is full: waiting does not help, making room does. */
export function LimitReached(props: ViewProps<'limit_reached'>) {
  const { state, handlers } = props
  if (state.limit === 'sessions') return <TooManySessions {...props} />
  return (
    <StateAlert state={state}>
      <NextActions wanted={['support', 'retry']} handlers={handlers} />
    </StateAlert>
  )
}

/** Who is still signed in here can make room at once; the others have to do it where they are. */
function TooManySessions({ state, handlers }: ViewProps<'limit_reached'>) {
  const { say } = useCopy()
  const isSignedIn = useSession().status === 'signed_in'
  const canList = useActionFacts('listSessions').supported === true
  const [isListing, setListing] = useState(false)
  const close = () => setListing(false)
  const manageSessions =
    handlers.manageSessions ?? (isSignedIn && canList ? () => setListing(true) : undefined)
  return (
    <StateAlert state={state}>
      <NextActions
        wanted={['sessions', 'retry', 'support']}
        handlers={{ ...handlers, manageSessions }}
      />
      {isListing &&
        // Out of the alert, which would be read aloud with each change of the list.
        createPortal(
          <Modal open heading="titles.sessions" onDismiss={close}>
            <Sessions />
            <div data-gw="actions">
              <button type="button" data-gw="button" data-variant="primary" onClick={close}>
                {say('actions.done')}
              </button>
            </div>
          </Modal>,
          document.body,
        )}
    </StateAlert>
  )
}
