'use client'
import { Fragment, useContext, useState, type ReactNode } from 'react'
import type { Session } from '../client/auth-client.js'
import { useSession } from '../hooks/use-session.js'
import { SessionHold } from '../hooks/session-hold.js'

/** Shows its children while somebody is signed in; below `<SessionEnded>`, also until they have signed in again. */
export function SignedIn({ children }: { children?: ReactNode }) {
  const held = useContext(SessionHold)
  const session = useSession()
  const page = usePageOf(session)
  return session.status === 'signed_in' || held ? <Fragment key={page}>{children}</Fragment> : null
}

/** Shows its children while nobody is signed in; not before a cookie backend has said so. */
export function SignedOut({ children }: { children?: ReactNode }) {
  const held = useContext(SessionHold)
  const { status } = useSession()
  return status === 'signed_out' && !held ? children : null
}

/** Another number for another user, who may have signed in in another tab: what is drawn for one is not for the next. */
function usePageOf(session: Session): number {
  const id = session.status === 'signed_in' ? session.user?.id : undefined
  const [page, setPage] = useState({ owner: id, number: 0 })
  if (id === undefined || id === page.owner) return page.number
  const number = page.owner === undefined ? page.number : page.number + 1
  setPage({ owner: id, number })
  return number
}
