import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, sceneOf } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { SetUpMfa } from './use-mfa-enrolment.js'

const meta = preview.meta({
  title: 'headless/use-mfa-enrolment',
  ...headlessStories('use-mfa-enrolment', () => <SetUpMfa />, {
    backend: 'calimatic',
    signedInAs: ADA,
  }),
})

export const TurnedOn = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await press('Use an authenticator app')
    await sees(/^Type this key into your app:/)
    await fill('The code it shows', sceneOf(context).server.currentCode(ADA.email))
    await press('Turn it on')
    await sees(/^Each of these works once/)
    await expect(context.canvas.getAllByRole('listitem').length).toBeGreaterThan(7)
    await press('I have written them down')
    await sees('Your second factor is on.')
  },
})

export const WrongCode = meta.story({
  play: async (context) => {
    const { fill, press, sees } = headlessSteps(context)
    await press('Use an authenticator app')
    await fill('The code it shows', '000000')
    await press('Turn it on')
    await sees(/^That code didn't work/)
    await sees(/^Type this key into your app:/)
  },
})
