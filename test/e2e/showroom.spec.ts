import { expect, test, type FrameLocator, type Page } from '@playwright/test'
import { controlFor, shownProps } from './prop-tables.js'
import { serveShowroom, type Showroom } from './showroom-site.js'

const PASSWORD = 'correct horse battery staple'

let showroom: Showroom
test.beforeAll(async () => {
  // A build of its own takes a minute; `npm test` has one already.
  test.setTimeout(300_000)
  showroom = await serveShowroom()
})
test.afterAll(() => showroom.close())

async function open(page: Page, path: string): Promise<FrameLocator> {
  await page.goto(`${showroom.address}${path}`)
  return page.frameLocator('#storybook-preview-iframe')
}

async function signIn(shown: FrameLocator, password: string): Promise<void> {
  await shown.getByLabel('Email').fill('ada@example.com')
  await shown.getByLabel('Password', { exact: true }).fill(password)
  await shown.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('the front page signs somebody in, from whatever folder it is served', async ({ page }) => {
  const shown = await open(page, '')
  await expect(shown.getByRole('heading', { level: 1 })).toContainText('a state to be in')
  await shown.getByLabel('The fake server speaks').selectOption('authos')
  await expect(shown.getByText('authos({ baseUrl')).toBeVisible()
  await signIn(shown, PASSWORD)
  await expect(shown.getByRole('heading', { name: "You're signed in." })).toBeVisible()

  // Its links lead through the folder, not to the root.
  await shown.getByRole('link', { name: 'docs/error-index' }).click()
  await expect(page).toHaveURL(/\/kits\/gatewright\/\?path=\/story\/docs-error-index--index$/)
  await expect(shown.getByRole('heading', { name: 'Error index' })).toBeVisible()
  expect(showroom.strays).toEqual([])
})

test('an answer of the error index opens its screen, and leads to the page of its state', async ({
  page,
}) => {
  const shown = await open(page, '?path=/story/docs-error-index--index')
  await shown.getByRole('searchbox', { name: 'Search' }).fill('email_unverified 403')
  await shown.getByLabel('Backend').selectOption('intelliauth')
  await shown.getByRole('button', { name: '403 email_unverified' }).click()
  const seen = shown.getByRole('region', { name: 'What the user sees' })
  await expect(seen.getByRole('heading', { name: 'Verify your email' })).toBeVisible()
  await shown.getByRole('link', { name: 'verification_required' }).first().click()
  await expect(page).toHaveURL(/views-verification-required--docs/)
  await expect(shown.getByRole('heading', { name: 'verification_required' })).toBeVisible()
  await expect(shown.getByRole('table', { name: 'Answers that lead here' })).toContainText('authos')
})

test('the inspector reads what is pasted', async ({ page }) => {
  const shown = await open(page, '?path=/story/docs-inspector--a-lockout')
  await shown.getByLabel('Body').fill('{"data":null,"error":{"code":"EMAIL_NOT_VERIFIED"}}')
  await shown.getByLabel('Status').fill('none')
  await expect(shown.getByRole('alert')).toContainText('the status is "none"')
  await shown.getByLabel('Status').fill('429')
  await shown.getByLabel('Headers').fill('Retry-After: 61')
  await shown.getByLabel('Body').fill('')
  await expect(shown.getByRole('alert')).toContainText('1 minute, 1 second')
})

test('a flow runs on another backend, and its clock goes on when the toolbar says so', async ({
  page,
}) => {
  const story = '?path=/story/flows-frame-guard--in-a-frame-that-is-listed'
  const shown = await open(page, `${story}&globals=backend:intelliauth`)
  await expect(shown.getByText('Shown on intelliauth.')).toBeVisible()
  const password = shown.getByLabel('Password', { exact: true })
  for (let n = 0; n < 4; n += 1) {
    await signIn(shown, 'wrong')
    await expect(password).toHaveValue('')
  }
  await signIn(shown, 'wrong')
  await expect(shown.getByRole('alert')).toContainText('Try again in 15 minutes.')

  await page.getByRole('button', { name: /clock/i }).click()
  await page.getByRole('option', { name: '15 minutes later' }).click()
  await expect(shown.getByRole('alert')).toContainText('You can try again now.')
  await signIn(shown, PASSWORD)
  await expect(shown.getByRole('heading', { name: "You're signed in." })).toBeVisible()
  expect(showroom.strays).toEqual([])
})

interface BookIndex {
  entries: Readonly<Record<string, { id: string; type: string }>>
}

test('every prop of a component is told of in words, with the control that its type asks for', async ({
  page,
}) => {
  const response = await page.request.get(`${showroom.address}index.json`)
  const { entries } = (await response.json()) as BookIndex
  const usages = Object.keys(entries).filter((id) => /^components-.*--usage$/.test(id))
  await page.goto(`${showroom.address}iframe.html?id=components-sign-in--usage&viewMode=story`)
  await expect(page.getByLabel('Email')).toBeVisible()
  const props = await shownProps(page, usages)

  // Those that a page hides on purpose stand with its own words instead.
  const open = props.filter(({ control }) => control !== null)
  expect(open.length).toBeGreaterThan(usages.length)
  expect(props.filter(({ type }) => [null, 'unknown', 'union'].includes(type))).toEqual([])
  expect(props.filter(({ description }) => description === '')).toEqual([])
  expect(open.filter(({ type, control }) => (controlFor(type) ?? control) !== control)).toEqual([])
  expect(props.filter(({ type, control }) => type?.includes('=>') && control !== null)).toEqual([])
  const chosen = props.filter(({ control }) => control === 'select')
  expect(chosen.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['variant', 'method', 'waysPlacement']),
  )
  expect(chosen.filter(({ options }) => options.length < 2)).toEqual([])
})

test('a story opened by its address is dark and right to left when it is first drawn', async ({
  page,
}) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-gatewright]')) return
      observer.disconnect()
      const { dir, lang, dataset } = document.documentElement
      Reflect.set(window, 'firstDrawn', { dir, lang, theme: dataset['theme'] })
    }).observe(document, { childList: true, subtree: true })
  })
  const story = 'iframe.html?id=components-sign-in--usage&viewMode=story'
  await page.goto(`${showroom.address}${story}&globals=locale:he;theme:dark`)
  await expect(page.locator('[data-gatewright]')).toHaveAttribute('dir', 'rtl')
  const drawn: unknown = await page.evaluate(() => Reflect.get(window, 'firstDrawn'))
  expect(drawn).toEqual({ dir: 'rtl', lang: 'he', theme: 'dark' })
})
