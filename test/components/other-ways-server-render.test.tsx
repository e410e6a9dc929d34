// @vitest-environment node
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { DeviceActivation } from '../../src/components/device-activation.js'
import { GuestButton } from '../../src/components/guest-button.js'
import { LinkedAccounts } from '../../src/components/linked-accounts.js'
import { OAuthCallback } from '../../src/components/oauth-callback.js'
import { PasskeyButton } from '../../src/components/passkey-button.js'
import { Passkeys } from '../../src/components/passkeys.js'
import { ProviderButtons } from '../../src/components/provider-buttons.js'
import { AuthProvider, EmailSignInButton, SignIn } from '../../src/index.js'

const client = createAuthClient({
  backend: betterAuth({ baseUrl: '/api/auth' }),
  fetch: () => Promise.reject(new TypeError('No request is sent from a server.')),
})

function markupOf(shown: ReactNode): string {
  return renderToString(<AuthProvider client={client}>{shown}</AuthProvider>)
}

describe('the other ways in, drawn by a server', () => {
  it('REL-46, SEC-29: need no browser, and bring no style of their own', () => {
    const pages = {
      providers: markupOf(<ProviderButtons providers={['google']} />),
      callback: markupOf(<OAuthCallback />),
      accounts: markupOf(<LinkedAccounts providers={['google']} />),
      passkeys: markupOf(<Passkeys />),
      device: markupOf(<DeviceActivation />),
      guest: markupOf(<GuestButton />),
      signIn: markupOf(
        <SignIn
          passkeyAutofill
          ways={
            <>
              <PasskeyButton />
              <EmailSignInButton />
            </>
          }
        />,
      ),
    }
    for (const page of Object.values(pages)) {
      expect(page).toContain('data-gatewright')
      expect(page).not.toMatch(/ style=|<style/)
    }
    expect(pages.providers).toContain('<bdi>Google</bdi>')
    expect(pages.callback).toContain('Signing you in')
    expect(pages.signIn).toContain('autoComplete="username webauthn"')
    expect(pages.signIn).toContain('Email me a sign-in link')
    expect(pages.device).toContain('Code from your device')
  })

  it('a button for passkeys waits for a browser that knows them', () => {
    expect(markupOf(<PasskeyButton />)).toBe('')
  })
})
