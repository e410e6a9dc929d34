import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { GuestButton } from '../../src/components/guest-button.js'
import { Card } from '../../src/components/parts/card.js'
import { jwt } from '../../test/components/scripted-server.js'
import { expectAlert } from '../expectations.js'
import { scriptedStories, type ScriptedArgs } from '../scripted-scene.js'

const ROUTE = 'POST /auth/signin/anonymous'
const onSignedIn = fn()

const ARGS: ScriptedArgs = {
  backend: 'edgebase',
  routes: {
    [ROUTE]: {
      status: 201,
      body: { accessToken: jwt({ sub: 'g1' }), refreshToken: 'r', user: { id: 'g1' } },
    },
  },
}

const meta = preview.meta({
  title: 'flows/guest',
  ...scriptedStories(() => (
    <Card>
      <GuestButton onSignedIn={onSignedIn} onOtherMethod={fn()} />
    </Card>
  )),
  args: ARGS,
})

export const LetIn = meta.story({
  play: async ({ canvas, userEvent }) => {
    onSignedIn.mockClear()
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue as a guest' }))
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  },
})

export const NoGuests = meta.story({
  args: {
    routes: {
      [ROUTE]: {
        status: 404,
        body: { code: 404, message: 'Anonymous authentication is not enabled.' },
      },
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue as a guest' }))
    await expectAlert(canvas, "This sign-in method isn't available. Use another one.")
  },
})
