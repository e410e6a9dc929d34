'use client'
import { useEffect, useRef, useState } from 'react'
import type { AuthUser } from '../backends/actions.js'
import type { Session, SessionEnd } from '../client/auth-client.js'
import { useAuthSettings } from './auth-context.js'
import type { Ready } from './use-flow.js'
import { useSession } from './use-session.js'

/** The server has ended the session that was here. */
export interface EndedSession {
  kind: 'session_ended'
  /** Why, in the server's words as sorted. */
  reason: SessionEnd
  /** Whose it was, where the backend said. */
  user: AuthUser | null
}

/** What to do when another person takes the page over. */
export interface UseSessionEndedOptions {
  /**
   * Called when somebody else signs in than the one whose page it is, here or in another tab: the page is still the
   * other's.
   * Default: the page is loaded anew.
   */
  onOtherUser?: ((user: AuthUser | null) => void) | undefined
}

/** Whether the session that was here is over. */
export interface UseSessionEnded {
  /** `ready` while nothing has ended, and again once somebody has signed in or out. */
  state: Ready | EndedSession
}

const READY: Ready = { kind: 'ready' }

/**
 * Tells when the server ends the session of somebody who is in the middle of something. Mount it where it stays:
 * it remembers whose session it was.
 */
export function useSessionEnded({
  onOtherUser = reload,
}: UseSessionEndedOptions = {}): UseSessionEnded {
  const { queryClient } = useAuthSettings('useSessionEnded')
  const session = useSession()
  const [page, setPage] = useState(NOBODYS)
  const next = pageAfter(page, session)
  if (next !== page) setPage(next)

  const { visitor } = next
  const told = useRef<AuthUser | null>(null)
  useEffect(() => {
    if (visitor === null || told.current === visitor) return
    told.current = visitor
    queryClient.clear()
    onOtherUser(visitor)
  }, [onOtherUser, queryClient, visitor])

  const { ended, owner } = next
  return { state: ended === null ? READY : { kind: 'session_ended', reason: ended, user: owner } }
}

interface Page {
  /** Who the page was made for. */
  owner: AuthUser | null
  ended: SessionEnd | null
  /** Who has signed in on a page that is another's. */
  visitor: AuthUser | null
}

const NOBODYS: Page = { owner: null, ended: null, visitor: null }

/** What becomes of the page with the session; the same object where nothing does. */
function pageAfter(page: Page, session: Session): Page {
  if (session.status === 'unknown') return page
  if (session.status === 'signed_out') {
    const { reason } = session
    if (reason === undefined) return NOBODYS
    return page.ended === reason ? page : { ...page, ended: reason, visitor: null }
  }
  const { user } = session
  if (page.ended === null && page.owner === user) return page
  const isOther = page.owner !== null && user !== null && page.owner.id !== user.id
  return { owner: user, ended: null, visitor: isOther ? user : null }
}

function reload() {
  window.location.reload()
}
