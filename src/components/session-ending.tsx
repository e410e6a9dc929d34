'use client'
import { forwardRef, useState, type ComponentPropsWithoutRef } from 'react'
import type { AuthUser } from '../backends/actions.js'
import type { Session } from '../client/auth-client.js'
import { useAuthSettings } from '../hooks/auth-context.js'
import {
  useSessionEnding,
  type EndingSession,
  type UseSessionEnding,
  type UseSessionEndingOptions,
} from '../hooks/use-session-ending.js'
import { useSession } from '../hooks/use-session.js'
import { useSignOut } from '../hooks/use-sign-out.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { LiveRegion } from '../primitives/announcer/live-region.js'
import { Countdown } from '../primitives/countdown/countdown.js'
import { ActionButton } from './parts/action-button.js'
import { Card } from './parts/card.js'
import { Modal } from './parts/modal.js'
import { SignInAgain } from './parts/sign-in-again.js'
import { isUiState } from './surface.js'
import { UiStateView } from './ui-state-view.js'

/** What `<SessionEnding>` takes; other props reach its dialog. */
export interface SessionEndingProps
  extends Omit<ComponentPropsWithoutRef<'dialog'>, 'children' | 'open'>, UseSessionEndingOptions {
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/**
 * Warns over the page before a session ends that is not renewed unasked, with one press to keep it. Where nothing
 * but another sign-in keeps it, that is done here, and the page stays as it is. Mount it once, anywhere below
 * `<AuthProvider>`.
 */
export const SessionEnding = forwardRef<HTMLDialogElement, SessionEndingProps>(
  function SessionEnding({ copy, endsAt, warnSeconds, onStay, ...props }, ref) {
    const session = useSession()
    const ending = useSessionEnding({ endsAt, warnSeconds, onStay })
    const { state, stay, dismiss } = ending
    // Whoever is about to sign in again is let finish; any other session than this ends it.
    const [renewed, setRenewed] = useState<Session | null>(null)
    const isSigningIn = renewed === session
    const warns = state.kind === 'session_ending'
    const keep = () => {
      if (warns && state.keptBy === 'sign_in') setRenewed(session)
      else void stay()
    }
    return (
      <CopyOverride copy={copy}>
        <Modal
          open={warns || isSigningIn}
          heading="titles.sessionEnding"
          onDismiss={() => {
            setRenewed(null)
            // Nothing is lost by Escape: where one press keeps the session, it is that press.
            if (warns && state.keptBy === 'renewal') void stay()
            else dismiss()
          }}
          {...props}
          ref={ref}
        >
          {isSigningIn ? (
            <SignInAgain user={userIn(session)} intro={warns && <TimeLeft ending={state} />} />
          ) : (
            warns && <Warning ending={state} attempt={ending.attempt} onKeep={keep} />
          )}
        </Modal>
      </CopyOverride>
    )
  },
)

interface WarningProps extends Pick<UseSessionEnding, 'attempt'> {
  ending: EndingSession
  onKeep: () => void
}

function Warning({ ending, attempt, onKeep }: WarningProps) {
  const { say } = useCopy()
  const { signOut, state: leaving } = useSignOut()
  return (
    <Card data-kind={ending.kind}>
      <h2 data-gw="heading">{say('titles.sessionEnding')}</h2>
      <TimeLeft ending={ending} />
      <LiveRegion politeness="assertive">
        {isUiState(attempt) && <UiStateView state={attempt} handlers={{ hasForm: true }} />}
      </LiveRegion>
      <div data-gw="actions">
        <ActionButton
          variant="primary"
          pending={attempt.kind === 'submitting'}
          inactive={leaving.kind === 'submitting'}
          onClick={onKeep}
        >
          {say('actions.staySignedIn')}
        </ActionButton>
        <ActionButton
          variant="quiet"
          pending={leaving.kind === 'submitting'}
          inactive={attempt.kind === 'submitting'}
          onClick={() => void signOut()}
        >
          {say('actions.signOut')}
        </ActionButton>
      </div>
    </Card>
  )
}

function TimeLeft({ ending }: { ending: EndingSession }) {
  const { now } = useAuthSettings('SessionEnding')
  const { say, language } = useCopy()
  const left = (seconds: number) => say('texts.sessionEnding', { seconds })
  return (
    <p data-gw="text">
      <Countdown until={ending.endsAt} now={now} language={language} announce={left}>
        {left}
      </Countdown>
    </p>
  )
}

function userIn(session: Session): AuthUser | null {
  return session.status === 'signed_in' ? session.user : null
}
