'use client'
import { useSyncExternalStore } from 'react'
import type { Outage } from '../client/circuit-breaker.js'
import { useAuthSettings } from './auth-context.js'

/**
 * Whether the auth server is down: null, or since when and until when it is left alone. What only reads is held back
 * meanwhile; a form that its user sends is not.
 */
export function useOutage(): Outage | null {
  const { client } = useAuthSettings('useOutage')
  return useSyncExternalStore(client.onOutageChange, client.getOutage, () => null)
}
