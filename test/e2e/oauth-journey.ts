import { expect, type Page } from '@playwright/test'
import { newAddress } from './people.js'
import { PROVIDER_PASSWORD } from './oidc-interaction.js'
import type { OAuthSite } from './oauth-site.js'
import type { Account } from './oidc-provider.js'

/** Opens an account at the provider. */
export function aCustomer(site: OAuthSite, facts: Partial<Account> = {}): Account {
  const account = { email: newAddress(), name: 'Ada Lovelace', verified: true, ...facts }
  site.provider.accounts.set(crypto.randomUUID(), account)
  return account
}

export async function leaveForProvider(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue with Acme' }).click()
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
}

/** Says who one is at the provider's. */
export async function logIn(page: Page, { email }: Pick<Account, 'email'>): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(PROVIDER_PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
}

export async function allow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Allow' }).click()
}

export async function refuse(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cancel' }).click()
}

/** Answers all that the provider asks. */
export async function approve(page: Page, account: Pick<Account, 'email'>): Promise<void> {
  await logIn(page, account)
  await allow(page)
}

export async function expectSignedInAs(page: Page, { email }: Pick<Account, 'email'>) {
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible()
}
