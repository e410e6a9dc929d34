'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { AuthUser } from '../backends/actions.js'
import type { SessionEnd } from '../client/auth-client.js'
import { useSessionEnded, type EndedSession } from '../hooks/use-session-ended.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyKey, CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { Modal } from './parts/modal.js'
import { SignInAgain } from './parts/sign-in-again.js'
import { SessionHold } from '../hooks/session-hold.js'

/** What `<SessionEnded>` takes; other props reach its dialog. */
export interface SessionEndedProps extends Omit<ComponentPropsWithoutRef<'dialog'>, 'open'> {
  /** The page. It stays as it is behind the dialog, with all that was typed; `<SignedIn>` in it stays open. */
  children?: ReactNode
  /** In place of `<SignIn>`, for an app with other ways to sign in. */
  signIn?: ReactNode
  /** Called when somebody else signs in: the page is still the other's. Default: it is loaded anew. */
  onOtherUser?: ((user: AuthUser | null) => void) | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/**
 * Asks users to sign in again, over the page they are on, when the server has ended their session. Put it around
 * the page, or beside it where the app itself decides what stays.
 */
export const SessionEnded = forwardRef<HTMLDialogElement, SessionEndedProps>(function SessionEnded(
  { children, signIn, onOtherUser, copy, ...props },
  ref,
) {
  const { state } = useSessionEnded({ onOtherUser })
  const ended = state.kind === 'session_ended' ? state : null
  return (
    <>
      <SessionHold.Provider value={ended !== null}>{children}</SessionHold.Provider>
      <CopyOverride copy={copy}>
        <Modal
          open={ended !== null}
          heading="titles.sessionEnded"
          data-reason={ended?.reason}
          {...props}
          ref={ref}
        >
          {ended && (signIn ?? <SignInAgain user={ended.user} intro={<Reason ended={ended} />} />)}
        </Modal>
      </CopyOverride>
    </>
  )
})

const SENTENCES: Readonly<Record<SessionEnd, CopyKey>> = {
  expired: 'texts.sessionEnded',
  invalid: 'texts.sessionEnded',
  missing: 'texts.sessionEnded',
  login_required: 'texts.sessionEnded',
  revoked: 'codes.session_revoked.text',
  reuse_detected: 'codes.session_reuse_detected.text',
}

function Reason({ ended }: { ended: EndedSession }) {
  const { say } = useCopy()
  return <p data-gw="text">{say(SENTENCES[ended.reason])}</p>
}
