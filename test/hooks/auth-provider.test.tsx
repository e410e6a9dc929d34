import { act, cleanup, render, screen } from '@testing-library/react'
import { StrictMode, useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { AuthProvider, SignedIn, SignedOut, type AuthClient } from '../../src/index.js'
import { createTabs, CREDENTIALS, inStep } from '../client/tabs.js'

function App({ client }: { client: AuthClient }) {
  return (
    <AuthProvider client={client}>
      <SignedIn>The account</SignedIn>
      <SignedOut>The way in</SignedOut>
    </AuthProvider>
  )
}

/** An app that has its client for as long as it is mounted. */
function Owner({ client }: { client: AuthClient }) {
  useEffect(() => () => client.dispose(), [client])
  return <App client={client} />
}

describe('a client under <AuthProvider>', () => {
  it.each([
    ['made outside of the app', App],
    ['disposed of with it', Owner],
  ])(
    'REL-34, REL-43: survives StrictMode, which mounts all twice, where it is %s',
    async (_, Screen) => {
      const world = createTabs()
      const [other] = await world.openSignedIn(1)
      const tab = world.open()
      const { unmount } = render(
        <StrictMode>
          <Screen client={tab.client} />
        </StrictMode>,
      )
      expect(await screen.findByText('The account')).toBeVisible()
      await inStep(tab)
      await act(async () => void (await other.client.signOut()))
      expect(await screen.findByText('The way in')).toBeVisible()
      await act(async () => void (await other.client.signIn(CREDENTIALS)))
      expect(await screen.findByText('The account')).toBeVisible()
      unmount()
      expect(tab.listeners()).toBe(0)
      expect(world.browser.channels()).toBe(1)
    },
  )

  it('REL-43: leaves nothing behind when it is mounted and unmounted a thousand times', async () => {
    const world = createTabs()
    await world.openSignedIn(1)
    const tab = world.open()
    for (let times = 0; times < 1000; times += 1) render(<App client={tab.client} />).unmount()
    render(<App client={tab.client} />)
    expect(await screen.findByText('The account')).toBeVisible()
    await inStep(tab)
    expect(tab.listeners()).toBeLessThan(10)
    cleanup()
    expect(tab.listeners()).toBe(0)
    expect(world.browser.channels()).toBe(1)
    expect(world.browser.locks()).toBe(0)
  })

  it('is in step for as long as one of two screens shows it', async () => {
    const world = createTabs()
    const [other] = await world.openSignedIn(1)
    const tab = world.open()
    const first = render(<App client={tab.client} />)
    render(<App client={tab.client} />)
    await inStep(tab)
    first.unmount()
    await act(async () => void (await other.client.signOut()))
    expect(await screen.findByText('The way in')).toBeVisible()
  })

  it('finds out what it has missed when it is shown again', async () => {
    const world = createTabs()
    const [other] = await world.openSignedIn(1)
    const tab = world.open()
    const first = render(<App client={tab.client} />)
    await inStep(tab)
    first.unmount()
    await other.client.signOut()
    render(<App client={tab.client} />)
    expect(await screen.findByText('The way in')).toBeVisible()
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
