'use client'
import { useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { QueryClient, QueryClientContext } from '@tanstack/react-query'
import type { CaptchaProvider } from '../captcha/captcha-provider.js'
import type { AuthClient } from '../client/auth-client.js'
import { CopyProvider, type CopyProviderProps } from '../i18n/copy-provider.js'
import type { AccountDisclosure } from './account-disclosure.js'
import { AuthContext, type AuthLinks } from './auth-context.js'

/** What `<AuthProvider>` takes: the client, and the app's choices for everything below. */
export interface AuthProviderProps extends Omit<CopyProviderProps, 'children'> {
  /** Made once, outside of the component: `createAuthClient({ backend })`. */
  client: AuthClient
  /** Shown when an answer asks for a captcha. */
  captcha?: CaptchaProvider
  /** Places in the app that states point to. */
  links?: AuthLinks
  /**
   * Whether screens may tell that an address has an account. With `hide`, the default, a sign-in without the
   * password, a sign-up and a request for a message look the same for known and unknown addresses.
   */
  accountDisclosure?: AccountDisclosure
  /**
   * Domains that a mistyped e-mail address is compared with where mail is to be sent to it; `[]` for no
   * suggestions. Default: `COMMON_EMAIL_DOMAINS`.
   */
  emailDomains?: readonly string[]
  children: ReactNode
}

const NO_LINKS: AuthLinks = {}

/**
 * Gives every hook and component below it one client, one language and one set of places to go to.
 * Uses the app's QueryClient when there is one.
 *
 * @throws when no client is given.
 */
export function AuthProvider({
  client,
  captcha,
  links = NO_LINKS,
  accountDisclosure = 'hide',
  emailDomains,
  children,
  ...copy
}: AuthProviderProps) {
  requireClient(client)
  const appQueries = useContext(QueryClientContext)
  const [ownQueries] = useState(() => appQueries ?? new QueryClient())
  const queryClient = appQueries ?? ownQueries
  const settings = useMemo(
    () => ({
      client,
      queryClient,
      captcha: captcha ?? null,
      links,
      accountDisclosure,
      emailDomains,
      now: client.now,
    }),
    [client, queryClient, captcha, links, accountDisclosure, emailDomains],
  )
  useEffect(() => client.attend(), [client])
  return (
    <AuthContext.Provider value={settings}>
      <CopyProvider {...copy}>{children}</CopyProvider>
    </AuthContext.Provider>
  )
}

function requireClient(client: AuthClient | undefined): void {
  if (client) return
  throw new Error(
    'Gatewright: <AuthProvider> got no client. Its hooks and components have no server to talk to. ' +
      'Pass client={createAuthClient({ backend })}, made once outside the component.',
  )
}
