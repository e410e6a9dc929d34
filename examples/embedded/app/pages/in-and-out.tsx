import type { ReactNode } from 'react'
import {
  EmailSignInButton,
  GuestButton,
  PasskeyButton,
  ProviderButtons,
  SignedIn,
  SignedOut,
  SignIn,
} from 'gatewright'
import { CALLBACK_PATH } from '../../contract.js'
import type { DemoBackend } from '../backends.js'
import { useOffers } from '../offers.js'
import { Account } from './account.js'

interface GuardProps {
  backend: DemoBackend
  children: ReactNode
}

/** A page for those who are not signed in; the others see that they are. */
export function ForVisitors({ backend, children }: GuardProps) {
  return (
    <>
      <SignedOut>{children}</SignedOut>
      <SignedIn>
        <Account backend={backend} />
      </SignedIn>
    </>
  )
}

/** A page for those who are signed in; the others sign in first. */
export function ForMembers({ backend, children }: GuardProps) {
  return (
    <>
      <SignedOut>
        <WayIn backend={backend} />
      </SignedOut>
      <SignedIn>{children}</SignedIn>
    </>
  )
}

/** The sign-in screen with every other way in that the backend has. */
export function WayIn({ backend }: { backend: DemoBackend }) {
  const offers = useOffers(backend)
  const byPasskey = offers?.can('signInWithPasskey') ?? false
  const byMail = offers?.can('requestMagicLink') || offers?.can('requestEmailCode')
  const providers = offers?.providers ?? []
  const asGuest = offers?.can('signInAnonymously')
  const hasOthers = byPasskey || byMail || asGuest || providers.length > 0
  return (
    <SignIn
      passkeyAutofill={byPasskey}
      ways={
        hasOthers && (
          <>
            {providers.length > 0 && (
              <ProviderButtons providers={providers} redirectUrl={CALLBACK_PATH} />
            )}
            {byPasskey && <PasskeyButton />}
            {byMail && <EmailSignInButton redirectUrl="/email-sign-in" />}
            {asGuest && <GuestButton />}
          </>
        )
      }
    />
  )
}
