'use client'
import { useSyncExternalStore } from 'react'
import { lastMethod, onLastMethodChange } from '../client/last-method.js'

/** Which way in worked last on this device: a provider's id or `passkey`; null on a first visit and on the server. */
export function useLastMethod(): string | null {
  return useSyncExternalStore(onLastMethodChange, lastMethod, () => null)
}
