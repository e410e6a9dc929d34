import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Countdown, type CountdownProps } from '../../src/index.js'
import { Card } from '../../src/components/parts/card.js'
import { dropInStories } from '../drop-in-stories.js'
import { letPass, sceneOf } from '../flow-scene.js'

const meta = preview.meta({
  title: 'components/countdown',
  component: Countdown,
  tags: ['autodocs'],
  ...dropInStories(
    {
      name: 'Countdown',
      fixed: 'until={state.until}',
      given: async ({ now }) => now(),
      code: inAScreen,
    },
    ({ until, ...props }: CountdownProps, _, begun: number) => (
      <Card>
        <p data-gw="text">
          <Countdown {...props} until={until === null ? null : begun + until} />
        </p>
      </Card>
    ),
  ),
  argTypes: {
    children: { control: false },
    announce: { control: false },
    until: {
      description: 'The instant, in epoch milliseconds; on this page, milliseconds from now.',
    },
  },
  args: { until: 90_000, onEnd: fn() },
})

export const Usage = meta.story({
  play: async (context) => {
    const { args, canvas } = context
    const seen = await canvas.findByText('1 minute, 30 seconds', { ignore: '[role] *' })
    await expect(seen).toBeVisible()
    letPass(sceneOf(context), 90)
    await waitFor(() => expect(args.onEnd).toHaveBeenCalledOnce())
  },
})

/** In the language of the page, where none is given. */
export const InTheLanguageOfThePage = meta.story({
  globals: { locale: 'de' },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText(/1 Minute(, | und )30 Sekunden/, { ignore: '[role] *' }),
    ).toBeVisible()
  },
})

export const InYourWords = meta.story({
  args: { children: (seconds: number) => `T minus ${seconds}` },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('T minus 90')).toBeVisible()
  },
})

function inAScreen(element: string): string {
  return `import { Countdown, useSignIn } from 'gatewright'

export function LockNotice() {
  const { state } = useSignIn()
  if (state.kind !== 'account_locked') return null
  return (
    <p>
      Locked for ${element}.
    </p>
  )
}`
}
