import { useState, type ComponentProps } from 'react'
import { expect, fn, mocked, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { CaptchaHost } from '../../src/primitives/index.js'
import { BROKEN_CAPTCHA, captchaCheckbox } from '../captcha-checkbox.js'
import { inCard } from '../surroundings.js'

const meta = preview.meta({
  title: 'primitives/captcha-host',
  component: CaptchaHost,
  args: {
    provider: captchaCheckbox(() => 'token_1'),
    siteKey: null,
    language: 'en',
    label: 'Security check',
    onToken: fn(),
    onExpire: fn(),
    onError: fn(),
  },
  argTypes: { provider: { control: false } },
  decorators: inCard,
})

export const SolvedAndExpired = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('group', { name: 'Security check' })).toBeVisible()
    const box = await canvas.findByRole('checkbox', { name: 'I am a person' })
    await userEvent.click(box)
    await expect(mocked(args.onToken).mock.calls).toEqual([['token_1']])
    await userEvent.click(box)
    await expect(args.onExpire).toHaveBeenCalledOnce()
  },
})

export const CannotLoad = meta.story({
  args: { provider: BROKEN_CAPTCHA },
  play: async ({ args, canvas }) => {
    await waitFor(() => expect(args.onError).toHaveBeenCalledOnce())
    await expect(canvas.queryByRole('checkbox')).toBeNull()
  },
})

function OnceMore(props: ComponentProps<typeof CaptchaHost>) {
  const [resetCount, setResetCount] = useState(0)
  return (
    <>
      <CaptchaHost {...props} resetCount={resetCount} />
      <button
        type="button"
        data-gw="button"
        data-variant="secondary"
        onClick={() => setResetCount((count) => count + 1)}
      >
        Once more
      </button>
    </>
  )
}

export const ATokenIsGoodOnce = meta.story({
  render: (args) => <OnceMore {...args} />,
  play: async ({ args, canvas, userEvent }) => {
    const box = await canvas.findByRole('checkbox')
    await userEvent.click(box)
    await userEvent.click(canvas.getByRole('button', { name: 'Once more' }))
    await expect(box).not.toBeChecked()
    await userEvent.click(box)
    await expect(args.onToken).toHaveBeenCalledTimes(2)
  },
})
