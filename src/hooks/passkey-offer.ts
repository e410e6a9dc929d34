import { useCallback, useEffect, useRef, useState } from 'react'
import type { AuthClient, SignedIn } from '../client/auth-client.js'
import { offerPasskeys } from '../client/passkey-sign-in.js'
import type { UiState } from '../ui-state/ui-state.js'

/** Keeps the offer in the form field open: it gives way to a dialog and comes back when that came to nothing. */
export function usePasskeyOffer(
  client: AuthClient,
  wanted: boolean,
  enter: (job: () => Promise<SignedIn | UiState>) => Promise<boolean>,
) {
  const offer = useRef<AbortController | null>(null)
  const [round, setRound] = useState(0)
  const take = useRef(enter)
  useEffect(() => {
    take.current = enter
  }, [enter])
  useEffect(() => {
    if (!wanted) return undefined
    const made = new AbortController()
    offer.current = made
    void offerPasskeys(client, made.signal, (signIn) => take.current(signIn))
    return () => made.abort()
  }, [client, round, wanted])
  return {
    withdraw: useCallback(() => offer.current?.abort(), []),
    offerAgain: useCallback(() => setRound((last) => last + 1), []),
  }
}

/** A signal for each of the system's dialogs: it closes the dialog when whoever opened it has gone. */
export function useDialogSignal(): () => AbortSignal {
  const opened = useRef<AbortController | null>(null)
  useEffect(() => () => opened.current?.abort(), [])
  return useCallback(() => {
    opened.current = new AbortController()
    return opened.current.signal
  }, [])
}
