'use client'
import { useSyncExternalStore } from 'react'
import type { Session } from '../client/auth-client.js'
import { useAuthSettings } from './auth-context.js'

const UNKNOWN: Session = { status: 'unknown' }

/** Who is signed in. `unknown` on the server and until a cookie backend has been asked. */
export function useSession(): Session {
  const { client } = useAuthSettings('useSession')
  return useSyncExternalStore(client.onSessionChange, client.getSession, () => UNKNOWN)
}
