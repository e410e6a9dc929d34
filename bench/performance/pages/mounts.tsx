import type { ComponentType } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { authSvc } from 'gatewright/backends/auth-svc'
import { createAuthClient } from 'gatewright/client'
import {
  AuthProvider,
  BackupCodes,
  ChangePassword,
  EmailSignIn,
  ForgotPassword,
  GuestButton,
  LinkedAccounts,
  MfaEnrolment,
  PasskeyButton,
  Passkeys,
  ResetPassword,
  SessionEnding,
  Sessions,
  SignIn,
  SignUp,
  StepUp,
  VerifyEmail,
} from 'gatewright'

const client = createAuthClient({ backend: authSvc({ baseUrl: '/api' }) })

const DROP_INS: Readonly<Record<string, ComponentType>> = {
  BackupCodes,
  ChangePassword,
  EmailSignIn,
  ForgotPassword,
  GuestButton,
  LinkedAccounts,
  MfaEnrolment,
  PasskeyButton,
  Passkeys,
  ResetPassword,
  SessionEnding,
  Sessions,
  SignIn,
  SignUp,
  StepUp,
  VerifyEmail,
}

/** Shows a drop-in and takes it away again, so many times, in a root of its own each time. */
async function mountTimes(name: string, times: number): Promise<void> {
  const DropIn = DROP_INS[name]
  if (!DropIn) throw new Error(`The bench has no drop-in called ${name}.`)
  for (let count = 0; count < times; count += 1) {
    const place = document.body.appendChild(document.createElement('div'))
    const root = createRoot(place)
    flushSync(() =>
      root.render(
        <AuthProvider client={client}>
          <DropIn />
        </AuthProvider>,
      ),
    )
    // Effects and what they ask for come a moment later.
    if (count % 10 === 0) await new Promise((resolve) => setTimeout(resolve))
    root.unmount()
    place.remove()
  }
}

Object.assign(window, { mountTimes, dropIns: Object.keys(DROP_INS) })
