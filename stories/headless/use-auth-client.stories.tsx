import { http, HttpResponse } from 'msw'
import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { ADA, sceneOf, type FlowPlay } from '../flow-scene.js'
import { headlessSteps, headlessStories } from '../headless-stories.js'
import { OrderForm } from './use-auth-client.js'

/** An API of the app that takes orders from whoever brings a token. */
const orders = http.post('*/orders', ({ request }) =>
  request.headers.get('authorization')?.startsWith('Bearer ')
    ? HttpResponse.json({ placed: 'tea' })
    : HttpResponse.json({ error: 'members_only' }, { status: 403 }),
)

const { beforeEach, ...stories } = headlessStories('use-auth-client', () => <OrderForm />, {
  backend: 'edgebase',
  signedInAs: ADA,
})

const meta = preview.meta({
  title: 'headless/use-auth-client',
  ...stories,
  async beforeEach(context) {
    await beforeEach(context)
    context.msw.use(orders)
  },
})

async function order(context: FlowPlay) {
  const steps = headlessSteps(context)
  await steps.press('Order tea')
  return steps
}

export const Ordered = meta.story({
  play: async (context) => {
    const { sees } = await order(context)
    await sees('Your tea is on its way.')
  },
})

export const NobodyIsSignedIn = meta.story({
  play: async (context) => {
    const { client } = sceneOf(context)
    await client.signOut()
    const { sees } = await order(context)
    await sees('Only members may order.')
    await expect(client.getSession()).toEqual({ status: 'signed_out' })
  },
})
