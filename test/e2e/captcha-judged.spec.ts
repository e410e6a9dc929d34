import { expect, test, type Page } from '@playwright/test'
import type { DemoServer } from '../../examples/embedded/server/start-demo-server.js'
import { anotherDemo } from './another-demo.js'
import { aMember, type Person } from './people.js'
import { alert, enter, expectSignedIn, passwordField, screen } from './screens.js'

const AFTER = 2

let demo: DemoServer
test.beforeAll(async () => {
  demo = await anotherDemo({ captchaAfter: AFTER })
})
test.afterAll(() => demo.close())

const checkbox = (page: Page) => screen(page).getByRole('checkbox', { name: "I'm not a robot" })

async function guess(page: Page, person: Person): Promise<void> {
  await enter(page, { ...person, password: 'not this one' })
  await expect(passwordField(page)).toHaveValue('')
  await expect(alert(page)).toContainText('The email or password is incorrect.')
}

test('REL-40, UX-34: after wrong passwords a proof of work is solved in the page and judged by the server', async ({
  page,
  request,
}) => {
  const person = await aMember(demo.origin)
  await page.goto(demo.origin)
  for (let n = 1; n <= AFTER; n++) await guess(page, person)

  const answers: { status: number; token: string | undefined; body: Promise<string> }[] = []
  page.on('response', (response) => {
    if (!response.url().endsWith('/sign-in/email')) return
    const token = response.request().headers()['x-captcha-response']
    answers.push({ status: response.status(), token, body: response.text() })
  })
  await enter(page, person)
  await checkbox(page).click()
  await expectSignedIn(page, person)
  expect(answers.map(({ status, token }) => [status, token !== undefined])).toEqual([
    [400, false],
    [200, true],
  ])
  expect(await answers[0]?.body).toContain('MISSING_RESPONSE')

  // A token is good once, and a made-up one never.
  const other = await aMember(demo.origin)
  const signIn = (token: string, password: string) =>
    request.post(`${demo.origin}/api/auth/sign-in/email`, {
      data: { email: other.email, password },
      headers: { 'x-captcha-response': token, origin: demo.origin },
    })
  for (let n = 1; n <= AFTER; n++) {
    expect((await signIn('', 'not this one')).status()).toBe(401)
  }
  for (const token of [answers[1]?.token ?? '', btoa('{"challenge":{}}'), 'made up']) {
    const refused = await signIn(token, other.password)
    expect(refused.status()).toBe(403)
    expect(await refused.text()).toContain('VERIFICATION_FAILED')
  }
})

test('REL-40: a wrong password after a solved check asks for a fresh one', async ({ page }) => {
  const person = await aMember(demo.origin)
  await page.goto(demo.origin)
  for (let n = 1; n <= AFTER; n++) await guess(page, person)
  await enter(page, { ...person, password: 'still not' })
  await checkbox(page).click()
  await expect(alert(page)).toContainText('The email or password is incorrect.')

  await enter(page, person)
  await checkbox(page).click()
  await expectSignedIn(page, person)
})
