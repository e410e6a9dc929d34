'use client'
import { useContext, type ReactNode } from 'react'
import { useSession } from '../hooks/use-session.js'
import { SessionHold } from './session-hold.js'

/** Shows its children while somebody is signed in; below `<SessionEnded>`, also until they have signed in again. */
export function SignedIn({ children }: { children?: ReactNode }) {
  const held = useContext(SessionHold)
  const { status } = useSession()
  return status === 'signed_in' || held ? children : null
}

/** Shows its children while nobody is signed in; not before a cookie backend has said so. */
export function SignedOut({ children }: { children?: ReactNode }) {
  const held = useContext(SessionHold)
  const { status } = useSession()
  return status === 'signed_out' && !held ? children : null
}
