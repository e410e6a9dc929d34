import type { Page } from '@playwright/test'

/** The passkey provider of a page's device, with somebody in front of it. */
export interface Authenticator {
  /** Ids of the passkeys it keeps. */
  passkeys: () => Promise<string[]>
  /** Ids of the passkeys that the browser has dropped because the page told it to. */
  dropped: readonly string[]
  /** From now on the person chooses and confirms at once, or does nothing. */
  person: (is: 'there' | 'away') => Promise<void>
  /** From now on the device knows the person by their finger, or it does not. */
  finger: (is: 'right' | 'wrong') => Promise<void>
}

/** Gives a page's device a passkey provider with a screen lock, as phones and laptops have. */
export async function authenticatorOf(page: Page): Promise<Authenticator> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const dropped: string[] = []
  devtools.on('WebAuthn.credentialDeleted', ({ credentialId }) => dropped.push(credentialId))
  return {
    dropped,
    passkeys: async () => {
      const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId })
      return credentials.map(({ credentialId }) => credentialId)
    },
    async person(is) {
      const enabled = is === 'there'
      await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
    },
    async finger(is) {
      const isUserVerified = is === 'right'
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
  }
}
