import preview from '../../.storybook/preview.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { ScriptedArgs } from '../scripted-scene.js'
import { Television } from './use-device-sign-in.js'

const PENDING = {
  status: 400,
  body: { error: 'authorization_pending', error_description: 'Authorization pending' },
}
function refused(error: string, error_description: string) {
  return { ...START, 'POST /device/token': { status: 400, body: { error, error_description } } }
}

const START = {
  'POST /device/code': {
    body: {
      device_code: 'd1',
      user_code: 'WDJBMJHT',
      verification_uri: 'https://shop.example/device',
      expires_in: 60,
      interval: 1,
    },
  },
}

const ARGS: ScriptedArgs = {
  backend: 'better-auth',
  routes: {
    ...START,
    'POST /device/token': [PENDING, { body: { access_token: 't1', expires_in: 3600 } }],
  },
}

const meta = preview.meta({
  title: 'headless/use-device-sign-in',
  ...scriptedHeadlessStories('use-device-sign-in', () => <Television />),
  args: ARGS,
})

export const Approved = meta.story({
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Sign in on this television')
    await sees('WDJBMJHT')
    await sees('Enjoy the film.')
  },
})

export const NotNow = meta.story({
  play: async (context) => {
    const { press } = headlessSteps(context)
    await press('Sign in on this television')
    await press('Not now')
    await context.canvas.findByRole('button', { name: 'Sign in on this television' })
  },
})

export const Denied = meta.story({
  args: { routes: refused('access_denied', 'Access denied') },
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Sign in on this television')
    await sees('WDJBMJHT')
    await sees('This television was not let in.')
  },
})

export const TooLate = meta.story({
  args: { routes: refused('expired_token', 'Device code has expired') },
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await press('Sign in on this television')
    await sees('The code on your device has expired. Start over.')
  },
})
