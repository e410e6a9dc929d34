import { useMutation } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { SessionEnded, SessionEnding, StepUp, useAuthClient, useStepUp } from '../../src/index.js'
import { PASSWORD } from '../client/five-backends.js'
import { renderSignedIn } from '../components/render-signed-in.js'

afterEach(() => {
  sessionStorage.clear()
  document.body.replaceChildren()
})

/** A page with each of the kit's dialogs. */
function App() {
  const { fetch, now } = useAuthClient()
  const { guard } = useStepUp()
  const [endsAt] = useState(() => now() + 600_000)
  const { mutate, data } = useMutation({
    mutationFn: guard(async (what: string) => {
      const response = await fetch('/orders', { method: 'POST', body: what })
      return (await response.json()) as { placed: string }
    }),
  })
  return (
    <SessionEnded>
      <label>
        Letter <input />
      </label>
      <button type="button" onClick={() => mutate('tea')}>
        Order tea
      </button>
      {data && <p>Ordered {data.placed}</p>}
      <StepUp />
      <SessionEnding endsAt={endsAt} />
    </SessionEnded>
  )
}

type Page = Awaited<ReturnType<typeof renderSignedIn>>

const letter = () => screen.getByLabelText('Letter')
const orderTea = () => screen.getByText('Order tea')

async function goOn(page: Page, seconds: number) {
  page.server.clock.advance(seconds)
  act(() => void window.dispatchEvent(new Event('focus')))
}

/** Each dialog by its name, and how it comes up while somebody is on the page. */
const DIALOGS = [
  {
    name: "Confirm it's you",
    begin: orderTea,
    open: async (page: Page) => {
      await goOn(page, 120)
      await userEvent.click(orderTea())
    },
  },
  {
    name: "You're about to be signed out",
    begin: letter,
    open: async (page: Page) => goOn(page, 540),
  },
  {
    name: "You're signed out",
    begin: letter,
    open: async ({ server, client }: Page) => {
      server.force('refresh', { status: 401, message: 'Refresh token expired.' })
      await act(async () => void (await client.refresh()))
    },
  },
] as const

async function opened({ name, begin, open }: (typeof DIALOGS)[number]) {
  const page = await renderSignedIn({ id: 'edgebase', children: <App /> })
  await userEvent.fill(letter(), 'Dear')
  begin().focus()
  await open(page)
  const dialog = await screen.findByRole('dialog', { name })
  await expect.poll(() => dialog.contains(document.activeElement)).toBe(true)
  return { ...page, dialog }
}

const noDialog = () => expect.poll(() => screen.queryByRole('dialog')).toBeNull()

describe.each(DIALOGS)('the dialog "$name"', (what) => {
  it('A11Y-31: keeps the focus inside and the page behind it inert', async () => {
    const { dialog } = await opened(what)
    expect(dialog.matches(':modal')).toBe(true)
    for (const step of Array.from({ length: 12 }, (_, number) => number)) {
      await userEvent.keyboard(step < 8 ? '{Tab}' : '{Shift>}{Tab}{/Shift}')
      // From the last control the browser's own come next.
      const { activeElement, body } = document
      expect(activeElement === body || dialog.contains(activeElement)).toBe(true)
    }
    letter().focus()
    expect(document.activeElement).not.toBe(letter())
    const { left, top, width, height } = letter().getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    expect(dialog.contains(hit)).toBe(true)
  })
})

describe('Escape', () => {
  it('A11Y-31: leaves a step-up, and the focus is where it was', async () => {
    await opened(DIALOGS[0])
    await userEvent.keyboard('{Escape}')
    await noDialog()
    await expect.poll(() => document.activeElement).toBe(orderTea())
  })

  it('A11Y-31: keeps a session that is about to end, and what was typed', async () => {
    const { client } = await opened(DIALOGS[1])
    await userEvent.keyboard('{Escape}')
    await noDialog()
    expect(client.getSession().status).toBe('signed_in')
    await expect.poll(() => document.activeElement).toBe(letter())
    expect(letter()).toHaveProperty('value', 'Dear')
  })

  it('A11Y-31: gets nobody past the end of a session, as what was typed would be lost', async () => {
    const { dialog } = await opened(DIALOGS[2])
    await userEvent.keyboard('{Escape}')
    await userEvent.keyboard('{Escape}')
    expect(dialog.matches(':modal')).toBe(true)
    await userEvent.fill(screen.getByLabelText('Password'), PASSWORD)
    await userEvent.keyboard('{Enter}')
    await noDialog()
    await expect.poll(() => document.activeElement).toBe(letter())
    expect(letter()).toHaveProperty('value', 'Dear')
  })
})
