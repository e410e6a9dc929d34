import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { AnnouncerProvider, useAnnounce } from '../../src/primitives/index.js'
import { inCard } from '../surroundings.js'

function TwoThingsToSay() {
  const announce = useAnnounce()
  const button = { type: 'button', 'data-gw': 'button', 'data-variant': 'secondary' } as const
  return (
    <div data-gw="actions">
      <button {...button} onClick={() => announce('Copied.')}>
        Copy
      </button>
      <button {...button} onClick={() => announce('The link has expired.', 'assertive')}>
        Open
      </button>
    </div>
  )
}

const meta = preview.meta({
  title: 'primitives/announcer',
  component: AnnouncerProvider,
  decorators: inCard,
  render: () => (
    <AnnouncerProvider>
      <TwoThingsToSay />
    </AnnouncerProvider>
  ),
})

export const PoliteAndAssertive = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Copy' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('Copied.')
    await expect(canvas.getByRole('alert')).toBeEmptyDOMElement()
    await userEvent.click(canvas.getByRole('button', { name: 'Open' }))
    await expect(canvas.getByRole('alert')).toHaveTextContent('The link has expired.')
  },
})

export const TheSameWordsTwice = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.dblClick(canvas.getByRole('button', { name: 'Copy' }))
    await expect(canvas.getAllByText('Copied.')).toHaveLength(2)
  },
})
