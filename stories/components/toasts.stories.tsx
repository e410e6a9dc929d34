import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Toasts, type ToastsProps } from '../../src/index.js'
import { dropInStories } from '../drop-in-stories.js'
import { Letter } from '../letter.js'
import { PageOf } from '../page-of.js'

const LOSE = 'Lose the network'

const meta = preview.meta({
  title: 'components/toasts',
  component: Toasts,
  tags: ['autodocs'],
  ...dropInStories(
    { name: 'Toasts', signedIn: true, code: besideThePage },
    (props: ToastsProps) => (
      <PageOf
        does={{
          [LOSE]: () => window.dispatchEvent(new Event('offline')),
          'Have it back': () => window.dispatchEvent(new Event('online')),
        }}
      >
        <Letter />
        <Toasts {...props} />
      </PageOf>
    ),
  ),
  args: { placement: 'bottom' as const },
})

export const Usage = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: LOSE }))
    await expect(await canvas.findByText(/^You're offline\./)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Have it back' }))
    await expect(await canvas.findByText("You're back online.")).toBeVisible()
  },
})

export const AtTheTop = meta.story({
  args: { placement: 'top' as const },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: LOSE }))
    const toast = await canvas.findByText(/^You're offline\./)
    await expect(toast.getBoundingClientRect().top).toBeLessThan(window.innerHeight / 2)
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await expect(canvasElement.querySelector('[data-gw="toast"]')).toBeNull()
  },
})

function besideThePage(element: string): string {
  return `import { AuthProvider, Toasts } from 'gatewright'
import { client } from './client.js'
import { Letter } from './letter.js'

export function Page() {
  return (
    <AuthProvider client={client}>
      <Letter />
      ${element}
    </AuthProvider>
  )
}`
}
