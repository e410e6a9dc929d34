import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ADA, PASSWORD } from '../client/five-backends.js'
import { emailField, renderSignIn, signInAs } from './render-sign-in.js'

const LOCKOUT = { lockout: { failures: 2, seconds: 90 } }

/** Lets the page notice that the clock has moved on, as after sleep. */
function wake() {
  act(() => void window.dispatchEvent(new Event('focus')))
}

/** What live regions say from here on, by politeness. */
function listen(): [string, string][] {
  const heard: [string, string][] = []
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      // What goes is not read out.
      if (type === 'childList' && addedNodes.length === 0) continue
      const element = target instanceof Element ? target : target.parentElement
      // What is seen alone changes each second.
      const region = element?.closest('[aria-hidden=true]') ? null : element?.closest('[aria-live]')
      const text = region?.textContent
      if (region && text) heard.push([region.getAttribute('aria-live') ?? '', text])
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
  return heard
}

async function lockedOut(id: string) {
  const onSignedIn = vi.fn()
  const scene = renderSignIn({ id, server: LOCKOUT, props: { onSignedIn } })
  for (let n = 0; n < 3; n++) await signInAs(scene.user, ADA.email, 'wrong password')
  // The words, and a moment later the same for screen readers.
  await screen.findAllByText(/^Too many failed attempts/)
  return { ...scene, onSignedIn }
}

describe('a lockout', () => {
  it('UX-09, UX-11: counts down what the server told, holds requests back, and ends by itself', async () => {
    const { user, server, onSignedIn } = await lockedOut('intelliauth')
    expect(
      screen.getAllByText('Too many failed attempts. Try again in 1 minute, 30 seconds.')[0],
    ).toBeVisible()
    // What else can be done meanwhile.
    expect(screen.getByRole('link', { name: 'Reset password' })).toHaveAttribute(
      'href',
      '/forgot-password',
    )
    expect(screen.getByRole('link', { name: 'Contact support' })).toHaveAttribute(
      'href',
      'mailto:support@example.com',
    )

    const before = server.requests.length
    await signInAs(user, ADA.email)
    expect(await screen.findByText(/^Too many failed attempts/)).toBeVisible()
    expect(server.requests).toHaveLength(before)

    server.clock.advance(60)
    wake()
    expect(screen.getByText('Too many failed attempts. Try again in 30 seconds.')).toBeVisible()

    server.clock.advance(30)
    wake()
    expect(screen.getAllByText('You can try again now.')[0]).toBeVisible()
    await signInAs(user, ADA.email)
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  })

  it('A11Y-27: draws how much of the wait is left, beside the words', async () => {
    const { server } = await lockedOut('intelliauth')
    const drawn = () =>
      document
        .querySelector('[data-gw="ring"] [stroke-dasharray]')
        ?.getAttribute('stroke-dasharray')
    expect(drawn()).toBe('90 90')
    server.clock.advance(60)
    wake()
    expect(drawn()).toBe('30 90')
    server.clock.advance(30)
    wake()
    expect(document.querySelector('[data-gw="ring"]')).toBeNull()
  })

  it('A11Y-07: ends with one polite word, the focus where it was and a button that sends', async () => {
    const { user, server, onSignedIn } = await lockedOut('intelliauth')
    const sign = screen.getByRole('button', { name: 'Sign in' })
    await user.type(emailField(), '{End}')
    server.clock.advance(85)
    wake()
    const heard = listen()
    server.clock.advance(5)
    wake()
    await waitFor(() => expect(heard).toEqual([['polite', 'You can try again now.']]))
    expect(emailField()).toHaveFocus()
    expect(sign).not.toHaveAttribute('aria-disabled')

    server.clock.advance(60)
    wake()
    expect(heard).toHaveLength(1)
    const before = server.requests.length
    await signInAs(user, ADA.email)
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
    expect(server.requests).toHaveLength(before + 1)
  })

  it('UX-10: is still there after a reload, and says so before anything is typed', async () => {
    const { unmount, server } = await lockedOut('intelliauth')
    unmount()
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain(ADA.email)

    const reloaded = renderSignIn({ id: 'intelliauth', server: LOCKOUT })
    reloaded.server.clock.advance((server.clock.now() - reloaded.server.clock.now()) / 1000)
    expect(screen.getByText(/^Too many failed attempts\. Try again in 1 minute/)).toBeVisible()
    await signInAs(reloaded.user, ADA.email, PASSWORD)
    expect(reloaded.server.requests).toHaveLength(0)
  })

  it('holds back nobody but the account it is for', async () => {
    const { user, server } = await lockedOut('intelliauth')
    const before = server.requests.length
    await user.click(screen.getByRole('button', { name: 'Use another account' }))
    expect(emailField()).toHaveValue('')
    expect(screen.queryByText(/^Too many failed attempts/)).toBeNull()
    await signInAs(user, 'totp@example.com', PASSWORD)
    await screen.findByRole('heading', { name: "Confirm it's you" })
    expect(server.requests).toHaveLength(before + 1)
  })

  it('UX-09: says "about" where only the backend’s documents name a time', async () => {
    await lockedOut('auth-svc')
    expect(
      screen.getByText(/^Too many failed attempts\. Try again in about 15 minutes/),
    ).toBeVisible()
  })

  it('says no number where nobody knows one', async () => {
    await lockedOut('authos')
    expect(screen.getByText('Too many failed attempts. Try again in a few minutes.')).toBeVisible()
  })

  it('REL-19: is right after eight hours of sleep', async () => {
    const { server } = await lockedOut('intelliauth')
    server.clock.advance(8 * 3600)
    wake()
    expect(screen.getAllByText('You can try again now.')[0]).toBeVisible()
  })
})
