import { expect, fn, mocked, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Countdown } from '../../src/primitives/index.js'
import { inCard } from '../surroundings.js'

const NOW = Date.UTC(2026, 0, 5, 9)

const meta = preview.meta({
  title: 'primitives/countdown',
  component: Countdown,
  args: { until: NOW + 90_000, now: fn(() => NOW), onEnd: fn() },
  decorators: inCard,
})

export const SeenAndSaid = meta.story({
  play: async ({ args, canvas }) => {
    const seen = canvas.getByText('1 minute, 30 seconds', { ignore: '[role] *' })
    await expect(seen).toBeVisible()
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent('1 minute, 30 seconds'),
    )

    // Seen each second, said at coarse steps.
    mocked(args.now!).mockReturnValue(NOW + 7_000)
    window.dispatchEvent(new Event('focus'))
    await waitFor(() => expect(seen).toHaveTextContent('1 minute, 23 seconds'))
    await expect(canvas.getByRole('status')).toHaveTextContent('1 minute, 30 seconds')
    await expect(args.onEnd).not.toHaveBeenCalled()

    mocked(args.now!).mockReturnValue(NOW + 90_000)
    window.dispatchEvent(new Event('focus'))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('0 seconds'))
    await expect(args.onEnd).toHaveBeenCalledOnce()
  },
})

export const InGerman = meta.story({
  args: { language: 'de' },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/1 Minute(, | und )30 Sekunden/, { ignore: '[role] *' }),
    ).toBeVisible()
  },
})

export const InYourWords = meta.story({
  args: { children: (secondsLeft) => `T minus ${secondsLeft}` },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('T minus 90')).toBeVisible()
  },
})

export const WithoutAnInstant = meta.story({
  args: { until: null },
  play: async ({ args, canvas }) => {
    await expect(canvas.getByRole('status')).toBeEmptyDOMElement()
    await expect(args.onEnd).not.toHaveBeenCalled()
  },
})
