import { useState } from 'react'
import { expect, fn, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Dialog } from '../../src/primitives/index.js'
import { expectToFit } from '../expectations.js'
import { inCard, NARROW } from '../surroundings.js'

const button = { type: 'button', 'data-gw': 'button', 'data-variant': 'secondary' } as const

interface AskingProps {
  /** False: only an answer closes it. */
  canDismiss: boolean
  onDismiss: () => void
}

function Asking({ canDismiss, onDismiss }: AskingProps) {
  const [open, setOpen] = useState(false)
  function dismiss() {
    setOpen(false)
    onDismiss()
  }
  return (
    <>
      <button {...button} onClick={() => setOpen(true)}>
        Delete the account
      </button>
      <Dialog open={open} aria-label="Are you sure?" onDismiss={canDismiss ? dismiss : undefined}>
        <p data-gw="text">Nobody can undo this.</p>
        <button {...button} onClick={() => setOpen(false)}>
          Keep it
        </button>
      </Dialog>
    </>
  )
}

const meta = preview.meta({
  title: 'primitives/dialog',
  component: Asking,
  args: { canDismiss: true, onDismiss: fn() },
  decorators: inCard,
})

export const AnsweredAndClosed = meta.story({
  play: async ({ canvas, userEvent }) => {
    const opener = canvas.getByRole('button', { name: 'Delete the account' })
    await userEvent.click(opener)
    const dialog = await canvas.findByRole('dialog', { name: 'Are you sure?' })
    await expect(dialog.matches(':modal')).toBe(true)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep it' }))
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await expect(opener).toHaveFocus()
  },
})

// A key press made by a script closes no native dialog: what the browser sends for Escape is sent instead.
function pressEscape(dialog: HTMLElement) {
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
}

export const Dismissed = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Delete the account' }))
    pressEscape(await canvas.findByRole('dialog'))
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await expect(args.onDismiss).toHaveBeenCalledOnce()
  },
})

export const NotToBeDismissed = meta.story({
  args: { canDismiss: false },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Delete the account' }))
    const dialog = await canvas.findByRole('dialog')
    pressEscape(dialog)
    await expect(dialog).toBeVisible()
    await expect(args.onDismiss).not.toHaveBeenCalled()
  },
})

/** A11Y-31: whatever asks for the focus behind the dialog does not get it. */
export const HoldsTheFocus = meta.story({
  play: async ({ canvas, userEvent }) => {
    const opener = canvas.getByRole('button', { name: 'Delete the account' })
    await userEvent.click(opener)
    const dialog = await canvas.findByRole('dialog')
    const answer = within(dialog).getByRole('button', { name: 'Keep it' })
    await expect(answer).toHaveFocus()
    opener.focus()
    await expect(answer).toHaveFocus()
    const { left, top } = opener.getBoundingClientRect()
    await expect(document.elementFromPoint(left + 1, top + 1)).toBe(dialog)
  },
})

/** A11Y-21: on the smallest screen it scrolls inside, and nothing is cut. */
export const ScrollsInside = meta.story({
  ...NARROW,
  render: () => (
    <Dialog open aria-label="Terms">
      {Array.from({ length: 60 }, (_, line) => (
        <p data-gw="text" key={line}>
          {line}: Donaudampfschifffahrtsgesellschaftskapitän
        </p>
      ))}
      <button {...button}>Agree</button>
    </Dialog>
  ),
  play: async ({ canvas }) => {
    await expectToFit()
    const dialog = await canvas.findByRole('dialog')
    const { top, bottom, left, right } = dialog.getBoundingClientRect()
    await expect([top >= 0, left >= 0]).toEqual([true, true])
    await expect(bottom).toBeLessThanOrEqual(window.innerHeight)
    await expect(right).toBeLessThanOrEqual(320)
    await expect(dialog.scrollHeight).toBeGreaterThan(dialog.clientHeight)
    await expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth)
    // The focus has gone to the button, and the dialog has scrolled to it.
    const agree = canvas.getByRole('button', { name: 'Agree' }).getBoundingClientRect()
    await expect(agree.bottom).toBeLessThanOrEqual(bottom)
  },
})
