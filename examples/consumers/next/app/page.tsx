import { SignedIn, SignIn } from 'gatewright'

/** A server component: the kit's own marks make client components of what it draws. */
export default function Page() {
  return (
    <>
      <SignIn />
      <SignedIn>
        <p>You are in.</p>
      </SignedIn>
    </>
  )
}
