import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { DeviceActivation, type DeviceActivationProps } from '../../src/index.js'
import { scriptedDropInStories } from '../drop-in-stories.js'
import { expectPanel } from '../expectations.js'

const meta = preview.meta({
  title: 'components/device-activation',
  component: DeviceActivation,
  tags: ['autodocs'],
  ...scriptedDropInStories(
    {
      name: 'DeviceActivation',
      backend: 'better-auth',
      signedIn: true,
      routes: {
        'GET /device': { body: { user_code: 'WDJBMJHT', status: 'pending' } },
        'POST /device/approve': { body: { success: true } },
        'POST /device/deny': { body: { success: true } },
      },
    },
    (props: DeviceActivationProps) => <DeviceActivation {...props} />,
  ),
  args: { defaultUserCode: 'WDJB-MJHT', onDecided: fn() },
})

export const Usage = meta.story({
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue' }))
    await expectPanel(canvas, 'Connect a device')
    await userEvent.click(canvas.getByRole('button', { name: 'Approve' }))
    await expectPanel(canvas, 'Done', 'Your device is connected.')
    await expect(args.onDecided).toHaveBeenCalledWith('approved')
  },
})

/** A page that no link leads to. */
export const TypedByHand = meta.story({
  args: { defaultUserCode: '' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue' }))
    const field = canvas.getByLabelText('Code from your device')
    await waitFor(() => expect(field).toBeInvalid())
    await expect(field).toHaveFocus()
    await userEvent.type(field, 'wdjb mjht{Enter}')
    await expectPanel(canvas, 'Connect a device')
  },
})
