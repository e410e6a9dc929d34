import type { Browser, Page } from 'playwright'

/** Whom the fake auth server knows. */
export const ADA = { email: 'ada@example.com', password: 'correct horse battery staple' }

const PATIENCE_MS = 30_000

/** Signs in on an app's page. @throws (rejects) when that fails, or the page complains in the console. */
export async function signIn(browser: Browser, origin: string): Promise<void> {
  await visit(browser, origin, 'en-US', async (page) => {
    const email = page.getByLabel('Email')
    await email.fill(ADA.email)
    await requireStyles(page)
    await page.getByLabel('Password', { exact: true }).fill(ADA.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('You are in.', { exact: true }).waitFor()
  })
}

/** Reads an app's page in a language that is a script of its own. @throws (rejects) when it stays English. */
export async function readInGerman(browser: Browser, origin: string): Promise<void> {
  await visit(browser, origin, 'de-DE', async (page) => {
    await page.getByLabel('Passwort', { exact: true }).waitFor()
  })
}

async function visit(
  browser: Browser,
  origin: string,
  locale: string,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ locale })
  page.setDefaultTimeout(PATIENCE_MS)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  let failure = ''
  try {
    await page.goto(origin, { waitUntil: 'networkidle' })
    await act(page)
  } catch (error) {
    failure = `${String(error)}\nThe page showed: ${await page.locator('body').innerText()}`
  } finally {
    await page.close()
  }
  if (failure) complaints.unshift(failure)
  if (complaints.length > 0) throw new Error(`the page at ${origin}:\n${complaints.join('\n')}`)
}

async function requireStyles(page: Page): Promise<void> {
  const radius = await page
    .locator('[data-gw="input"]')
    .first()
    .evaluate((input) => getComputedStyle(input).borderRadius)
  if (radius === '0px') throw new Error('gatewright/styles.css is not in force: no round corners.')
}
