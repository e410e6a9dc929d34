import { expect, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Spinner, WaitStatus } from '../../src/primitives/index.js'
import { inCard } from '../surroundings.js'

const meta = preview.meta({
  title: 'primitives/spinner',
  component: Spinner,
  args: { pending: true, label: 'Working on it' },
  decorators: inCard,
})

export const SeenAndSaid = meta.story({
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Working on it'))
  },
})

export const NothingUnderWay = meta.story({
  args: { pending: false },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toBeEmptyDOMElement()
  },
})

/** What is in a button is not announced, so the wait is said beside it. */
export const InAButton = meta.story({
  render: ({ pending }) => (
    <>
      <button type="submit" data-gw="button" data-variant="primary" aria-busy={pending}>
        Sign in
        <Spinner pending={pending} />
      </button>
      <WaitStatus pending={pending} label="Working on it" />
    </>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Working on it'))
  },
})
