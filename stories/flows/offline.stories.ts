import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA } from '../flow-scene.js'
import { signInFlow } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'

const meta = preview.meta({ title: 'flows/offline', ...signInFlow })

export const ThenRetry = meta.story({
  args: { backend: 'authos' },
  play: async (context) => {
    const { scene, email, password, signInAs, press, expectMessage, expectSignedIn, sent } =
      signInSteps(context)

    scene.server.force('sign_in', 'offline')
    await signInAs(ADA.email)
    await expectMessage('Connection issue. Check your internet and try again.')
    await expect(await email()).toHaveValue(ADA.email)
    await expect(await password()).toHaveValue(ADA.password)
    await expect(sent('sign_in')).toBe(1)

    await press('Try again')
    await expectSignedIn()
    await expect(sent('sign_in')).toBe(2)
  },
})
