import { useCallback, useEffect, useRef } from 'react'
import type { AuthUser } from '../backends/actions.js'
import type { AuthClient, SignedIn } from '../client/auth-client.js'
import { rememberMethod } from '../client/last-method.js'
import type { offerPasskeys } from '../client/passkey-sign-in.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useSession } from './use-session.js'

type SignInJob = () => Promise<SignedIn | UiState>

/** What a passkey flow does with somebody who is in, and how a sign-in runs in it: `enter` tells whether it got there. */
export function usePasskeyEntry(
  run: (job: SignInJob) => Promise<{ kind: string } | SignedIn | null>,
  onSignedIn: ((user: AuthUser | null) => void) | undefined,
) {
  const finish = useCallback(
    (user: AuthUser | null) => {
      rememberMethod('passkey')
      onSignedIn?.(user)
    },
    [onSignedIn],
  )
  const enter = useCallback(
    async (job: SignInJob) => {
      const outcome = await run(job)
      if (outcome?.kind !== 'signed_in') return false
      finish('user' in outcome ? outcome.user : null)
      return true
    },
    [finish, run],
  )
  return { enter, finish }
}

/**
 * Offers passkeys in the form field to whoever is signed out. What that takes is loaded when it is first wanted:
 * a sign-in page without passkeys does not carry it.
 *
 * @param enter is given what signs in, once the user has chosen, and tells whether that was the end
 */
export function usePasskeyOffer(
  client: AuthClient,
  wanted: boolean,
  enter: (job: SignInJob) => Promise<boolean>,
): void {
  const isOpen = useSession().status === 'signed_out' && wanted
  const take = useRef(enter)
  useEffect(() => {
    take.current = enter
  }, [enter])
  useEffect(() => {
    if (!isOpen) return undefined
    const offer = new AbortController()
    void open(client, offer.signal, (signIn) => take.current(signIn))
    return () => offer.abort()
  }, [client, isOpen])
}

async function open(...offer: Parameters<typeof offerPasskeys>): Promise<void> {
  // Without a connection there is nothing to offer, and the form is there.
  const loaded = await import('../client/passkey-sign-in.js').catch(() => null)
  await loaded?.offerPasskeys(...offer)
}
