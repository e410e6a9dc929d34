import preview from '../../.storybook/preview.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { ScriptedArgs } from '../scripted-scene.js'
import { ConnectDevice } from './use-device-activation.js'

const ARGS: ScriptedArgs = {
  backend: 'better-auth',
  signedIn: true,
  routes: {
    'GET /device': { body: { user_code: 'WDJBMJHT', status: 'pending' } },
    'POST /device/approve': { body: { success: true } },
    'POST /device/deny': { body: { success: true } },
  },
}

const meta = preview.meta({
  title: 'headless/use-device-activation',
  ...scriptedHeadlessStories('use-device-activation', () => <ConnectDevice />),
  args: ARGS,
})

export const Connected = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await fill('Code on your device', 'WDJB-MJHT')
    await press('Look it up')
    await sees(/^Is this the code on the device in front of you/)
    await press('Yes, connect it')
    await sees('Your device is connected.')
  },
})

export const Refused = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await fill('Code on your device', 'WDJB-MJHT')
    await press('Look it up')
    await press('No')
    await sees('The device stays out.')
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
    const { fill, press, sees } = headlessSteps(context)
    await fill('Code on your device', 'WRONG')
    await press('Look it up')
    await sees("That code didn't work. Check the code on your other device.")
  },
})
