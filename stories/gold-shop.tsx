import type { StoryContext } from 'storybook/internal/csf'
import { ADA, letPass, sceneOf, type FlowPlay } from './flow-scene.js'
import { ConfirmBox } from './headless/use-step-up-request.js'
import { OrderGold } from './headless/use-step-up.js'
import { headlessSteps, headlessStories } from './headless-stories.js'
import { ordersHandlers } from './orders.js'

/** A shop that asks who is there once two minutes have passed since the sign-in. */
export function goldShopStories(name: string) {
  const { beforeEach, ...stories } = headlessStories(
    name,
    () => (
      <>
        <OrderGold />
        <ConfirmBox />
      </>
    ),
    { backend: 'edgebase', signedInAs: ADA },
  )
  return {
    ...stories,
    async beforeEach(context: Pick<StoryContext, 'msw' | 'loaded'>) {
      await beforeEach(context)
      context.msw.use(...ordersHandlers(sceneOf(context)))
    },
  }
}

/** Orders, and is asked. */
export async function asked(context: FlowPlay) {
  const steps = headlessSteps(context)
  letPass(sceneOf(context), 120)
  await steps.press('Order gold')
  await context.canvas.findByRole('heading', { name: 'Is it you, ada@example.com?' })
  return steps
}
