import { expect, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { StepUp, type StepUpProps } from '../../src/index.js'
import type { FakeAuthServer } from '../../src/testing/index.js'
import { createOrdersApi } from '../../test/components/orders-api.js'
import { dropInStories } from '../drop-in-stories.js'
import { letPass, PASSWORD, type FlowPlay } from '../flow-scene.js'
import { OrderGold } from '../headless/use-step-up.js'
import { PageOf } from '../page-of.js'

const meta = preview.meta({
  title: 'components/step-up',
  component: StepUp,
  tags: ['autodocs'],
  ...dropInStories(
    {
      name: 'StepUp',
      signedIn: true,
      fetchFrom: shopOn,
      code: aroundACall,
    },
    (props: StepUpProps, scene) => (
      <>
        <PageOf does={{ 'Let two minutes pass': () => letPass(scene, 120) }}>
          <div className="showroom-page">
            <OrderGold />
          </div>
        </PageOf>
        <StepUp {...props} />
      </>
    ),
  ),
})

/** The shop beside the auth server, on the page's own origin. */
function shopOn(server: FakeAuthServer): typeof fetch {
  const api = createOrdersApi(server)
  return (input, init) =>
    api.fetch(input instanceof Request ? input : new URL(input, window.location.href), init)
}

async function asked({ canvas, userEvent }: Pick<FlowPlay, 'canvas' | 'userEvent'>) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Let two minutes pass' }))
  await userEvent.click(canvas.getByRole('button', { name: 'Order gold' }))
  return within(await canvas.findByRole('dialog', { name: "Confirm it's you" }))
}

export const Usage = meta.story({
  play: async (context) => {
    const dialog = await asked(context)
    await context.userEvent.type(await dialog.findByLabelText('Password'), `${PASSWORD}{Enter}`)
    await expect(await context.canvas.findByText('Your gold is on its way.')).toBeVisible()
  },
})

export const InYourWords = meta.story({
  args: { copy: { en: { texts: { stepUp: 'Gold is dear. Is it you?' } } } },
  play: async (context) => {
    const dialog = await asked(context)
    await expect(await dialog.findByText('Gold is dear. Is it you?')).toBeVisible()
  },
})

function aroundACall(element: string): string {
  return `import { AuthProvider, StepUp, useAuthClient, useStepUp } from 'gatewright'
import { client } from './client.js'

export function Page() {
  return (
    <AuthProvider client={client}>
      <OrderGold />
      ${element}
    </AuthProvider>
  )
}

/** Where the API wants a fresh proof, the call waits for the dialog and then goes on by itself. */
function OrderGold() {
  const client = useAuthClient()
  const { guard } = useStepUp()
  const order = guard(() => client.fetch('/orders', { method: 'POST', body: 'gold' }))
  return <button onClick={() => void order()}>Order gold</button>
}`
}
