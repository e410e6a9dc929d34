import { lazy, type ComponentType } from 'react'
import { CALLBACK_PATH } from '../contract.js'
import type { DemoBackend } from './backends.js'
import {
  EmailSignInPage,
  ForgotPasswordPage,
  HomePage,
  OAuthCallbackPage,
  ResetPasswordPage,
  SignUpPage,
  VerifyEmailPage,
} from './pages/entry-pages.js'
import { OutboxPage } from './pages/outbox-page.js'

export interface PageProps {
  backend: DemoBackend
}

type Page = ComponentType<PageProps>

/** A page that is loaded when it is first opened. */
function later(load: () => Promise<Page>): Page {
  return lazy(async () => ({ default: await load() }))
}

const account = () => import('./pages/account-pages.js')

/** What is shown at each path. */
export const SCREENS: ReadonlyMap<string, Page> = new Map<string, Page>([
  ['/', HomePage],
  ['/sign-up', SignUpPage],
  ['/email-sign-in', EmailSignInPage],
  ['/forgot-password', ForgotPasswordPage],
  ['/reset-password', ResetPasswordPage],
  ['/verify-email', VerifyEmailPage],
  [CALLBACK_PATH, OAuthCallbackPage],
  ['/outbox', OutboxPage],
  ['/change-password', later(async () => (await account()).ChangePasswordPage)],
  ['/two-factor', later(async () => (await account()).TwoFactorPage)],
  ['/backup-codes', later(async () => (await account()).BackupCodesPage)],
  ['/passkeys', later(async () => (await account()).PasskeysPage)],
  ['/sessions', later(async () => (await account()).SessionsPage)],
  ['/linked-accounts', later(async () => (await account()).LinkedAccountsPage)],
  ['/device', later(async () => (await account()).DevicePage)],
  [
    '/device-sign-in',
    later(async () => (await import('./pages/device-sign-in-page.js')).DeviceSignInPage),
  ],
  ['/profile', later(async () => (await import('./pages/profile-page.js')).ProfilePage)],
  ['/orders', later(async () => (await import('./pages/orders-page.js')).OrdersPage)],
  [
    '/support-desk',
    later(async () => (await import('./pages/support-desk-page.js')).SupportDeskPage),
  ],
  ['/states', later(async () => (await import('./pages/states-page.js')).StatesPage)],
])
