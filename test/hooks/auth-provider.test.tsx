import { act, render, screen, waitFor } from '@testing-library/react'
import { StrictMode, useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { AuthProvider, SignedIn, SignedOut, type AuthClient } from '../../src/index.js'
import { createTabs, CREDENTIALS, inStep } from '../client/tabs.js'

/** An app that has its client for as long as it is mounted. */
function App({ client }: { client: AuthClient }) {
  useEffect(() => () => client.dispose(), [client])
  return (
    <AuthProvider client={client}>
      <SignedIn>The account</SignedIn>
      <SignedOut>The way in</SignedOut>
    </AuthProvider>
  )
}

describe('a client under <AuthProvider>', () => {
  it('REL-34, REL-43: survives StrictMode, in which all that is mounted is mounted twice', async () => {
    const world = createTabs()
    const [other] = await world.openSignedIn(1)
    const tab = world.open()
    render(
      <StrictMode>
        <App client={tab.client} />
      </StrictMode>,
    )
    expect(await screen.findByText('The account')).toBeVisible()
    await inStep(tab)
    await act(async () => void (await other.client.signOut()))
    expect(await screen.findByText('The way in')).toBeVisible()
    await act(async () => void (await other.client.signIn(CREDENTIALS)))
    expect(await screen.findByText('The account')).toBeVisible()
  })

  it('REL-43: leaves nothing behind when it is mounted and unmounted a thousand times', async () => {
    const world = createTabs()
    await world.openSignedIn(1)
    const tab = world.open()
    for (let times = 0; times < 1000; times += 1) {
      const { unmount } = render(<App client={tab.client} />)
      unmount()
    }
    render(<App client={tab.client} />)
    expect(await screen.findByText('The account')).toBeVisible()
    await inStep(tab)
    const listeners = tab.listeners()
    expect(listeners).toBeLessThan(10)
    expect(world.browser.channels()).toBe(2)
    tab.client.dispose()
    expect(tab.listeners()).toBe(0)
    await waitFor(() => expect(world.browser.channels()).toBe(1))
  })

  it('draws nothing of a session before it is read, and the page stays where it is', async () => {
    const world = createTabs()
    await world.openSignedIn(1)
    const tab = world.open()
    const drawn: string[] = []
    const seen = new MutationObserver(() => drawn.push(document.body.textContent ?? ''))
    seen.observe(document.body, { childList: true, subtree: true, characterData: true })
    render(<App client={tab.client} />)
    expect(await screen.findByText('The account')).toBeVisible()
    seen.disconnect()
    expect(drawn.join()).not.toContain('The way in')
  })
})
