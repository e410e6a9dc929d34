import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { EmailSignIn, ForgotPassword, SignIn, VerifyEmail } from '../../src/index.js'
import { PASSWORD } from '../client/five-backends.js'
import { atOnce, emailField, renderScreen } from './render-screen.js'
import { emailField as signUpEmail, fill, renderSignUp, submitButton } from './render-sign-up.js'

const TYPED = 'mary@gmial.com'
const MEANT = 'mary@gmail.com'
const ACTIVITY = ['fetch', 'sendBeacon', 'setItem'] as const

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))

/** Stops typing for a while. */
const pause = () => act(() => void vi.advanceTimersByTime(1_500))
const suggestion = () => screen.queryByRole('button', { name: /^Did you mean/ })

/** Types an address and stops. */
function address(typed: string): void {
  fireEvent.change(emailField(), { target: { value: typed } })
  pause()
}

/** All that could leave the page or stay behind in it. */
function watchThePage(): () => readonly unknown[] {
  Object.defineProperty(navigator, 'sendBeacon', { configurable: true, value: () => true })
  const spies = [
    vi.spyOn(globalThis, 'fetch'),
    vi.spyOn(navigator, 'sendBeacon'),
    vi.spyOn(Storage.prototype, 'setItem'),
  ]
  return () => spies.flatMap(({ mock }, index) => mock.calls.map((call) => [ACTIVITY[index], call]))
}

describe('UX-19: a slip in an address that mail will go to', () => {
  it('is put right by one press, and the form goes out as pressed', async () => {
    const { user, client, sent } = renderSignUp({ server: { signsInOnSignUp: false } })
    const signUp = vi.spyOn(client, 'signUp')
    await fill(user, signUpEmail(), TYPED)
    expect(suggestion()).toBeNull()
    pause()
    expect(suggestion()).toHaveAccessibleName(`Did you mean ${MEANT}?`)
    expect(suggestion()?.closest('[role="status"]')).toHaveAttribute('aria-live', 'polite')
    expect(suggestion()?.querySelector('bdi')).toHaveTextContent(MEANT)

    await user.click(suggestion()!)
    expect(signUpEmail()).toHaveValue(MEANT)
    expect(signUpEmail()).toHaveFocus()
    expect(suggestion()).toBeNull()
    await fill(user, screen.getByLabelText('Password'), PASSWORD)
    await user.click(submitButton())
    await screen.findByRole('heading', { name: 'Verify your email' })
    expect(signUp.mock.calls.map(([{ email }]) => email)).toEqual([MEANT])
    expect(sent()).toBe(1)
  })

  it('stands in nobody’s way', async () => {
    const { user, client } = renderSignUp({ server: { signsInOnSignUp: false } })
    const signUp = vi.spyOn(client, 'signUp')
    await fill(user, signUpEmail(), TYPED)
    await fill(user, screen.getByLabelText('Password'), PASSWORD)
    pause()
    expect(suggestion()).toBeVisible()
    expect(signUpEmail()).not.toHaveAttribute('aria-invalid')
    expect(submitButton()).toBeEnabled()
    expect(submitButton()).not.toHaveAttribute('aria-disabled')
    await user.click(submitButton())
    await screen.findByRole('heading', { name: 'Verify your email' })
    expect(signUp.mock.calls.map(([{ email }]) => email)).toEqual([TYPED])
  })

  it('is noticed in the page, and told to nobody', async () => {
    const noticed = watchThePage()
    const { user, server } = renderSignUp()
    await waitFor(() => expect(submitButton()).toBeEnabled())
    const before = [noticed().length, server.requests.length]
    await fill(user, signUpEmail(), TYPED)
    pause()
    await user.click(suggestion()!)
    pause()
    expect([noticed().length, server.requests.length]).toEqual(before)
    expect(location.href).not.toContain('mary')
  })

  it('leaves the form’s first field first when errors are focused', async () => {
    const { user } = renderSignUp()
    await user.click(submitButton())
    await waitFor(() => expect(signUpEmail()).toHaveAttribute('aria-invalid', 'true'))
    expect(screen.getByLabelText('Password')).toHaveAttribute('aria-invalid', 'true')
    // Two errors are summed up, and the summary has the focus.
    const [first] = within(document.activeElement as HTMLElement).getAllByRole('link')
    expect(first).toHaveTextContent('Enter your email.')
  })

  it('can be put right by keyboard, and clears an error with it', async () => {
    const { user } = renderSignUp()
    await user.type(signUpEmail(), 'mary')
    await user.click(submitButton())
    await waitFor(() => expect(signUpEmail()).toHaveAttribute('aria-invalid', 'true'))
    await user.type(signUpEmail(), '@gmial.com')
    pause()
    await user.tab()
    expect(suggestion()).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(signUpEmail()).toHaveValue(MEANT)
    await waitFor(() => expect(signUpEmail()).not.toHaveAttribute('aria-invalid'))
  })

  it('goes unmentioned while one types, and once it is mended', async () => {
    renderScreen(<ForgotPassword delay={atOnce} />)
    fireEvent.change(emailField(), { target: { value: TYPED } })
    act(() => void vi.advanceTimersByTime(500))
    fireEvent.change(emailField(), { target: { value: `${TYPED}.example` } })
    act(() => void vi.advanceTimersByTime(600))
    expect(suggestion()).toBeNull()
    address(TYPED)
    expect(suggestion()).toBeVisible()
    fireEvent.change(emailField(), { target: { value: 'mary@gmai.com' } })
    expect(suggestion()).toBeNull()
    address(MEANT)
    expect(suggestion()).toBeNull()
  })

  it.each<[string, ReactNode]>([
    ['<ForgotPassword/>', <ForgotPassword key="" delay={atOnce} />],
    ['<EmailSignIn/> with a link', <EmailSignIn key="" method="link" delay={atOnce} />],
    ['<EmailSignIn/> with a code', <EmailSignIn key="" method="code" delay={atOnce} />],
  ])('is pointed out by %s, too', async (_, screenful) => {
    const { user } = renderScreen(screenful)
    await screen.findByLabelText('Email')
    address(TYPED)
    await user.click(suggestion()!)
    expect(emailField()).toHaveValue(MEANT)
    expect(emailField()).toHaveFocus()
  })

  it('is pointed out where another verification mail is asked for', async () => {
    const { user } = renderScreen(<VerifyEmail delay={atOnce} />)
    await user.click(await screen.findByRole('button', { name: 'Request a new link' }))
    address(TYPED)
    expect(suggestion()).toBeVisible()
  })

  it('is not looked for at sign-in, where nothing is mailed', () => {
    renderScreen(<SignIn />)
    address(TYPED)
    expect(suggestion()).toBeNull()
  })
})

/** Every module that comes with one, but for what is loaded when it is needed. */
function comesWith(entry: string, found = new Set<string>()): ReadonlySet<string> {
  const file = [entry.replace(/\.js$/, '.ts'), entry.replace(/\.js$/, '.tsx')].find(existsSync)
  if (file === undefined || found.has(file)) return found
  found.add(file)
  const fixed = readFileSync(file, 'utf8').matchAll(/^(?:import|export) [^;]*? from '(\.[^']+)'/gm)
  for (const [, from = ''] of fixed) comesWith(join(dirname(file), from), found)
  return found
}

it('UX-19: the list of domains is no part of a page that only signs in', () => {
  expect(comesWith('src/components/sign-in.js')).not.toContain('src/hooks/email-suggestion.ts')
  expect(comesWith('src/components/sign-up.js')).toContain('src/hooks/email-suggestion.ts')
})

describe('the domains that slips are looked for in', () => {
  it('are the app’s own, where it names any', () => {
    renderSignUp({ provider: { emailDomains: ['students.example.edu'] } })
    address(TYPED)
    expect(suggestion()).toBeNull()
    address('mary@student.example.edu')
    expect(suggestion()).toHaveTextContent('Did you mean mary@students.example.edu?')
  })

  it('are none, where it wants no suggestions', () => {
    renderSignUp({ provider: { emailDomains: [] } })
    address(TYPED)
    expect(suggestion()).toBeNull()
  })

  it('tell the developer of what is no domain', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(() => renderSignUp({ provider: { emailDomains: ['@example.com'] } })).toThrow(
      /^Gatewright: emailDomains got "@example\.com", which is no domain\./,
    )
  })

  it('are asked about in the user’s language', async () => {
    renderSignUp({ provider: { language: 'de' } })
    fireEvent.change(await screen.findByLabelText('E-Mail-Adresse'), { target: { value: TYPED } })
    pause()
    expect(screen.getByRole('button', { name: `Meinten Sie ${MEANT}?` })).toBeVisible()
  })
})
