import {
  EmailSignIn,
  ForgotPassword,
  OAuthCallback,
  ResetPassword,
  SignUp,
  VerifyEmail,
} from 'gatewright'
import { navigate } from '../router.js'
import type { PageProps } from '../screens.js'
import { ForVisitors, WayIn } from './in-and-out.js'

// Each page is one drop-in of the kit, as an app would place it. They are there from the start: some find a token in
// the page's address, which has to leave it before anything else looks there.

export function HomePage({ backend }: PageProps) {
  return (
    <ForVisitors backend={backend}>
      <WayIn backend={backend} />
    </ForVisitors>
  )
}

export function SignUpPage({ backend }: PageProps) {
  return (
    <ForVisitors backend={backend}>
      <SignUp fields={['firstName', 'lastName']} />
    </ForVisitors>
  )
}

export function EmailSignInPage({ backend }: PageProps) {
  return (
    <ForVisitors backend={backend}>
      <EmailSignIn redirectUrl="/email-sign-in" />
    </ForVisitors>
  )
}

export function ForgotPasswordPage() {
  return <ForgotPassword />
}

export function ResetPasswordPage() {
  return <ResetPassword />
}

export function VerifyEmailPage() {
  return <VerifyEmail />
}

export function OAuthCallbackPage() {
  return (
    <OAuthCallback
      onSignedIn={(_, { returnTo }) => navigate(returnTo)}
      onLinked={() => navigate('/linked-accounts')}
    />
  )
}
