import { expect, test, type Page } from '@playwright/test'
import { PASSWORD } from './people.js'
import { alert, choose, codeField, enter, expectSignedIn, screen, signOut } from './screens.js'

const STAND_INS = ['Calimatic', 'auth-svc', 'AuthOS', 'IntelliAuth', 'EdgeBase'] as const

/** The reference of IntelliAuth shows a session without a name or an address in it. */
async function expectWelcomed(page: Page, name: string, person: { email: string }): Promise<void> {
  if (name !== 'IntelliAuth') return expectSignedIn(page, person)
  await expect(screen(page)).toContainText('You are signed in.')
}

const ada = { email: 'ada@example.com', password: PASSWORD }
const grace = { email: 'totp@example.com', password: PASSWORD }

for (const name of STAND_INS) {
  test(`SEC-13: the same screens sign in to ${name}, and leave no token where scripts can read it`, async ({
    page,
  }) => {
    await page.goto('/')
    await choose(page, 'Backend', name)
    await expect(screen(page).getByRole('heading', { level: 1, name })).toBeVisible()
    await enter(page, { ...ada, password: 'not this one' })
    await expect(alert(page)).toContainText('The email or password is incorrect.')
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await enter(page, ada)
    const body = await (await answered).text()
    const tokens = Array.from(
      body.matchAll(/token"\s*:\s*"([^"]{8,})"/gi),
      ([, token = '']) => token,
    )
    expect(tokens).not.toEqual([])
    await expectWelcomed(page, name, ada)

    const readable = await page.evaluate(() =>
      [
        ...[localStorage, sessionStorage].flatMap((store) => Object.values<unknown>(store)),
        document.cookie,
        location.href,
      ].join('\n'),
    )
    expect(tokens.filter((token) => readable.includes(token))).toEqual([])
    await signOut(page)
  })

  test(`${name} asks for a code, and the panel knows it`, async ({ page }) => {
    await page.goto('/')
    await choose(page, 'Backend', name)
    await enter(page, grace)
    await expect(codeField(page)).toBeVisible()
    await codeField(page).fill((await page.getByTestId('totp-code').textContent()) ?? '')
    await expectWelcomed(page, name, grace)
  })
}

test('a session at one backend is none at another', async ({ page }) => {
  await page.goto('/')
  await choose(page, 'Backend', 'AuthOS')
  await enter(page, ada)
  await expectSignedIn(page, ada)
  await choose(page, 'Backend', 'EdgeBase')
  await expect(screen(page).getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await choose(page, 'Backend', 'AuthOS')
  await expectSignedIn(page, ada)
})
