import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { DeviceActivation } from '../../src/components/device-activation.js'
import { expectAlert, expectPanel, expectToFit } from '../expectations.js'
import { scriptedStories, type ScriptedArgs } from '../scripted-scene.js'
import { NARROW } from '../surroundings.js'

const KNOWN = {
  'GET /device': { body: { user_code: 'WDJBMJHT', status: 'pending' } },
  'POST /device/approve': { body: { success: true } },
  'POST /device/deny': { body: { success: true } },
}

const ARGS: ScriptedArgs = { backend: 'better-auth', signedIn: true, routes: KNOWN }

const meta = preview.meta({
  title: 'flows/device-activation',
  ...scriptedStories(() => <DeviceActivation navigate={fn()} />),
  args: ARGS,
})

interface Play {
  canvas: Parameters<typeof expectPanel>[0]
  userEvent: {
    click: (element: Element) => Promise<void>
    type: (element: Element, text: string) => Promise<void>
  }
}

async function enters(code: string, { canvas, userEvent }: Play) {
  await userEvent.type(await canvas.findByLabelText('Code from your device'), `${code}{Enter}`)
}

export const Approved = meta.story({
  play: async (context) => {
    const { canvas, userEvent } = context
    await enters('WDJB-MJHT', context)
    await expectPanel(canvas, 'Connect a device')
    await userEvent.click(canvas.getByRole('button', { name: 'Approve' }))
    await expectPanel(canvas, 'Done', 'Your device is connected.')
  },
})

export const Denied = meta.story({
  play: async (context) => {
    const { canvas, userEvent } = context
    await enters('WDJB-MJHT', context)
    await userEvent.click(await canvas.findByRole('button', { name: 'Deny' }))
    await expectPanel(canvas, 'Done', 'The request was denied.')
  },
})

export const WrongCode = meta.story({
  args: {
    routes: {
      'GET /device': {
        status: 400,
        body: { error: 'invalid_request', error_description: 'Invalid user code' },
      },
    },
  },
  play: async (context) => {
    await enters('WRONG', context)
    await expectAlert(context.canvas, "That code didn't work. Check the code on your other device.")
  },
})

export const Expired = meta.story({
  args: {
    routes: {
      'GET /device': {
        status: 400,
        body: { error: 'expired_token', error_description: 'User code has expired' },
      },
    },
  },
  play: async (context) => {
    await enters('WDJB-MJHT', context)
    await expectPanel(
      context.canvas,
      'Start over',
      'The code on your device has expired. Start over.',
    )
  },
})

export const BySigningIn = meta.story({
  args: {
    backend: 'authos',
    signedIn: false,
    routes: {
      'POST /auth/device/verify': {
        body: { org_slug: 'acme', service_slug: 'shop', available_providers: ['google', 'github'] },
      },
    },
  },
  play: async (context) => {
    await enters('wdjb mjht', context)
    await expectPanel(context.canvas, 'Connect a device')
    await expect(context.canvas.getByRole('button', { name: 'Continue with GitHub' })).toBeVisible()
  },
})

export const Narrow = meta.story({
  ...NARROW,
  play: async (context) => {
    await enters('WDJB-MJHT', context)
    await expectPanel(context.canvas, 'Connect a device')
    await expectToFit()
  },
})
