'use client'
import { createContext, useContext } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import type { CaptchaProvider } from '../captcha/captcha-provider.js'
import type { AuthClient } from '../client/auth-client.js'
import type { AccountDisclosure } from './account-disclosure.js'

/**
 * Where a link or button of the kit leads: an address, or a call into the app's router. The call is given the
 * e-mail address that was typed so far, where there is one, so that it need not be typed again.
 */
export type LinkTarget = string | ((email?: string) => void)

/** Places in the app that states point to. A state leaves out the action whose place is not given. */
export interface AuthLinks {
  /** Where users are at home. */
  home?: LinkTarget
  /** The page with `<SignIn/>`. */
  signIn?: LinkTarget
  /** The page with `<SignUp/>`. */
  signUp?: LinkTarget
  /** The page with `<ForgotPassword/>`. */
  resetPassword?: LinkTarget
  /** Where users get help. */
  support?: LinkTarget
  /** The page that tells of outages. */
  status?: LinkTarget
  /** The page with `<Sessions/>`. */
  sessions?: LinkTarget
  /** The page with `<MfaEnrolment/>`. */
  enrolMfa?: LinkTarget
}

/** What an `<AuthProvider>` gives to all below it. */
export interface AuthSettings {
  client: AuthClient
  queryClient: QueryClient
  captcha: CaptchaProvider | null
  links: AuthLinks
  accountDisclosure: AccountDisclosure
  /** See `AuthProviderProps`; undefined for those that are common. */
  emailDomains: readonly string[] | undefined
  /** Epoch milliseconds. */
  now: () => number
}

/** Carries the settings; to change some of them for a part of the page, provide them anew. */
export const AuthContext = createContext<AuthSettings | null>(null)

/**
 * The settings of the nearest `<AuthProvider>`.
 *
 * @throws outside of one.
 */
export function useAuthSettings(caller = 'this hook'): AuthSettings {
  const settings = useContext(AuthContext)
  if (settings) return settings
  throw new Error(
    `Gatewright: ${caller} was used outside <AuthProvider>. ` +
      'It needs to know which client to talk to. ' +
      'Wrap your app: <AuthProvider client={createAuthClient({ backend })}>…</AuthProvider>.',
  )
}

/** The client of the nearest `<AuthProvider>`. */
export function useAuthClient(): AuthClient {
  return useAuthSettings('useAuthClient').client
}
