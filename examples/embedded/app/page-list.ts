import { CALLBACK_PATH } from '../contract.js'
import type { BackendId } from '../states/ways.js'
import type { WantedAction } from './offers.js'

export interface DemoPage {
  path: string
  name: string
  /** Who it is listed for; `link`: nobody, because only mails and providers lead there. */
  audience: 'visitors' | 'members' | 'link'
  /** What the backend has to be able to do: one of these. */
  needs: readonly WantedAction[]
  /** The one backend that has what the page shows. */
  only?: BackendId
}

/** The demo's pages besides the sign-in, the outbox and the states, in the order in which they are listed. */
export const PAGES: readonly DemoPage[] = [
  { path: '/sign-up', name: 'Sign up', audience: 'visitors', needs: ['signUp'] },
  {
    path: '/email-sign-in',
    name: 'Sign in by e-mail',
    audience: 'visitors',
    needs: ['requestMagicLink', 'requestEmailCode'],
  },
  {
    path: '/forgot-password',
    name: 'Forgotten password',
    audience: 'visitors',
    needs: ['requestPasswordReset'],
  },
  {
    path: '/device-sign-in',
    name: 'Sign in a device',
    audience: 'visitors',
    needs: ['startDeviceFlow'],
  },
  { path: '/support-desk', name: 'Support desk', audience: 'visitors', needs: ['unlockAccount'] },
  { path: '/orders', name: 'Orders', audience: 'members', needs: [], only: 'better-auth' },
  { path: '/profile', name: 'Profile', audience: 'members', needs: ['getUser'] },
  {
    path: '/change-password',
    name: 'Change password',
    audience: 'members',
    needs: ['changePassword'],
  },
  {
    path: '/two-factor',
    name: 'Second factor',
    audience: 'members',
    needs: ['startTotpEnrolment'],
  },
  {
    path: '/backup-codes',
    name: 'Backup codes',
    audience: 'members',
    needs: ['regenerateBackupCodes'],
  },
  { path: '/passkeys', name: 'Passkeys', audience: 'members', needs: ['listPasskeys'] },
  { path: '/sessions', name: 'Sessions', audience: 'members', needs: ['listSessions'] },
  {
    path: '/linked-accounts',
    name: 'Linked accounts',
    audience: 'members',
    needs: ['listIdentities'],
  },
  {
    path: '/verify-email',
    name: 'Verify your e-mail address',
    audience: 'link',
    needs: ['verifyEmail'],
  },
  {
    path: '/reset-password',
    name: 'Set a new password',
    audience: 'link',
    needs: ['resetPassword'],
  },
  { path: CALLBACK_PATH, name: 'Back from a provider', audience: 'link', needs: ['startOAuth'] },
  { path: '/device', name: 'Connect a device', audience: 'members', needs: ['verifyDeviceCode'] },
]
