import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from './people.js'

/** The kit's part of the page. */
export function screen(page: Page): Locator {
  return page.getByRole('main')
}

export function emailField(page: Page): Locator {
  return screen(page).getByLabel('Email', { exact: true })
}

export function passwordField(page: Page): Locator {
  return screen(page).getByLabel('Password', { exact: true })
}

export function signInButton(page: Page): Locator {
  return screen(page).getByRole('button', { name: 'Sign in', exact: true })
}

export function codeField(page: Page): Locator {
  return screen(page).getByLabel('Code', { exact: true })
}

/** What the page says out loud; parts with nothing to say are left out. */
export function alert(page: Page): Locator {
  return screen(page).getByRole('alert').filter({ hasText: /\S/ })
}

export async function enter(page: Page, { email, password }: Person): Promise<void> {
  await emailField(page).fill(email)
  await passwordField(page).fill(password)
  await signInButton(page).click()
}

/** Enters wrong passwords until the account is locked. */
export async function lockOut(page: Page, { email }: Pick<Person, 'email'>): Promise<void> {
  await emailField(page).fill(email)
  for (let n = 1; n <= 5; n++) {
    await passwordField(page).fill(`wrong password ${n}`)
    const answered = page.waitForResponse('**/api/auth/sign-in/email')
    await signInButton(page).click()
    await answered
    if (n < 5) await expect(passwordField(page)).toHaveValue('')
  }
  await expect(locked(page)).toContainText('Too many failed attempts. Try again in')
}

export function locked(page: Page): Locator {
  return screen(page).locator('[data-kind="account_locked"]').last()
}

export async function expectSignedIn(page: Page, { email }: Pick<Person, 'email'>): Promise<void> {
  await expect(screen(page)).toContainText(`Signed in as ${email}`)
}

export async function signOut(page: Page): Promise<void> {
  await screen(page).getByRole('button', { name: 'Sign out' }).click()
  await expect(emailField(page)).toBeVisible()
}

/** Chooses another backend, language, direction or theme in the header. */
export async function choose(page: Page, setting: string, choice: string): Promise<void> {
  await page.getByRole('combobox', { name: setting }).selectOption({ label: choice })
}

/** Opens a page of the account menu. */
export async function openAccountPage(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()
}
