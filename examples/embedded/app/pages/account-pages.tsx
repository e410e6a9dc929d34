import {
  BackupCodes,
  ChangePassword,
  DeviceActivation,
  LinkedAccounts,
  MfaEnrolment,
  Passkeys,
  Sessions,
} from 'gatewright'
import { CALLBACK_PATH } from '../../contract.js'
import type { PageProps } from '../screens.js'
import { useOffers } from '../offers.js'
import { ForMembers } from './in-and-out.js'

// Each page is one drop-in of the kit, loaded when it is first opened.

export function ChangePasswordPage({ backend }: PageProps) {
  return (
    <ForMembers backend={backend}>
      <ChangePassword />
    </ForMembers>
  )
}

export function TwoFactorPage({ backend }: PageProps) {
  return (
    <ForMembers backend={backend}>
      <MfaEnrolment />
    </ForMembers>
  )
}

export function BackupCodesPage({ backend }: PageProps) {
  return (
    <ForMembers backend={backend}>
      <BackupCodes />
    </ForMembers>
  )
}

export function PasskeysPage({ backend }: PageProps) {
  return (
    <ForMembers backend={backend}>
      <Passkeys />
    </ForMembers>
  )
}

export function SessionsPage({ backend }: PageProps) {
  return (
    <ForMembers backend={backend}>
      <Sessions />
    </ForMembers>
  )
}

export function LinkedAccountsPage({ backend }: PageProps) {
  const offers = useOffers(backend)
  return (
    <ForMembers backend={backend}>
      <LinkedAccounts providers={offers?.providers ?? []} redirectUrl={CALLBACK_PATH} />
    </ForMembers>
  )
}

export function DevicePage({ backend }: PageProps) {
  const userCode = new URLSearchParams(window.location.search).get('user_code')
  return (
    <ForMembers backend={backend}>
      <DeviceActivation defaultUserCode={userCode ?? ''} redirectUrl={CALLBACK_PATH} />
    </ForMembers>
  )
}
