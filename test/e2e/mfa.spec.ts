import { expect, test } from '@playwright/test'
import { aMemberWithTotp } from './people.js'
import { codeField, enter, expectSignedIn, screen, signOut } from './screens.js'

/** Any code but this one. */
function anotherCode(code: string): string {
  return String((Number(code) + 12_345) % 1_000_000).padStart(6, '0')
}

test('A11Y-37: a wrong code keeps the challenge and stays selected; the right one signs in', async ({
  page,
}) => {
  const person = await aMemberWithTotp()
  await page.goto('/')
  await enter(page, person)
  await expect(codeField(page)).toBeFocused()
  await expect(screen(page).getByRole('alert')).toHaveText('')

  const wrong = anotherCode(person.code())
  await codeField(page).fill(wrong)
  await expect(screen(page).getByRole('alert')).toHaveText(
    "Error: That code didn't work. Check your authenticator app and try again.",
  )
  await expect(codeField(page)).toBeFocused()
  await expect(codeField(page)).toHaveValue(wrong)
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(wrong)

  await page.keyboard.type(person.code())
  await expectSignedIn(page, person)
})

test('UX-27: a backup code is one press away, and works once', async ({ page }) => {
  const person = await aMemberWithTotp()
  const [backupCode = ''] = person.backupCodes
  const field = screen(page).getByLabel('Backup code', { exact: true })
  const answer = async () => {
    await enter(page, person)
    await screen(page).getByRole('button', { name: 'Use a backup code' }).click()
    await field.fill(backupCode)
    await screen(page).getByRole('button', { name: 'Verify' }).click()
  }
  await page.goto('/')
  await answer()
  await expectSignedIn(page, person)
  await signOut(page)

  await answer()
  await expect(screen(page).getByRole('alert')).toContainText("That backup code didn't work.")
  await screen(page).getByRole('button', { name: 'Use your authenticator app' }).click()
  await codeField(page).fill(person.code())
  await expectSignedIn(page, person)
})

test('A11Y-11: a code pasted with a space in it is whole', async ({ page, context }) => {
  const person = await aMemberWithTotp()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await enter(page, person)
  await codeField(page).focus()
  const code = person.code()
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    ` ${code.slice(0, 3)} ${code.slice(3)}\n`,
  )
  await page.keyboard.press('ControlOrMeta+V')
  await expectSignedIn(page, person)
})
