import { useQuery } from '@tanstack/react-query'
import type { ActionName } from 'gatewright/client'
import type { DemoBackend } from './backends.js'
import { ask } from './dev-api.js'

/** What a server of the demo has to offer. */
interface ServerOffers {
  /** The actions it has routes for; null: all that its contract has. */
  actions: readonly string[] | null
  /** Ids of the providers one can sign in with. */
  providers: readonly string[]
}

export interface Offers {
  can: (action: ActionName) => boolean
  providers: readonly string[]
}

/** What pages of the demo ask for. */
const WANTED = [
  'signUp',
  'requestPasswordReset',
  'resetPassword',
  'changePassword',
  'verifyEmail',
  'requestMagicLink',
  'requestEmailCode',
  'signInAnonymously',
  'signInWithPasskey',
  'listPasskeys',
  'startTotpEnrolment',
  'regenerateBackupCodes',
  'listSessions',
  'listIdentities',
  'startOAuth',
  'verifyDeviceCode',
  'startDeviceFlow',
  'getUser',
  'unlockAccount',
] as const satisfies readonly ActionName[]

export type WantedAction = (typeof WANTED)[number]

/** What the backend's contract has and its server here answers; null until that is known. */
export function useOffers({ id, dev, client }: DemoBackend): Offers | null {
  const { data } = useQuery({
    queryKey: ['offers', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { actions, providers } = await ask<ServerOffers>(`${dev}/offers`)
      const supported = await Promise.all(
        WANTED.map(async (action) => (await client.supports(action)) && action),
      )
      const offered = new Set<ActionName | false>(
        supported.filter((action) => action && (actions === null || actions.includes(action))),
      )
      return { can: (action: ActionName) => offered.has(action), providers }
    },
  })
  return data ?? null
}
