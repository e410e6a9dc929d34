import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { StoryContext } from 'storybook/internal/csf'
import { expect, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { StepUp } from '../../src/components/step-up.js'
import { AuthProvider, SignedIn } from '../../src/index.js'
import { expectToFit } from '../expectations.js'
import { ADA, flowStories, letPass, PASSWORD, sceneOf, type FlowPlay } from '../flow-scene.js'
import { Orders, ordersHandlers } from '../orders.js'
import { languageOf, NARROW, type Globals } from '../surroundings.js'

const QUERIES = new QueryClient()

const LEVEL_TWO = Response.json(
  { error: 'step_up_required', details: { required_aal: 2 } },
  { status: 401 },
)

const meta = preview.meta({
  title: 'flows/step-up',
  ...flowStories,
  render: (
    _: unknown,
    { loaded, globals }: { loaded: Record<string, unknown>; globals: Globals },
  ) => {
    const { client, captcha } = sceneOf({ loaded })
    return (
      <QueryClientProvider client={QUERIES}>
        <AuthProvider client={client} captcha={captcha} {...languageOf(globals)}>
          <SignedIn>
            <Orders />
          </SignedIn>
          <StepUp />
        </AuthProvider>
      </QueryClientProvider>
    )
  },
  async beforeEach(context: Pick<StoryContext, 'msw' | 'loaded' | 'parameters'>) {
    flowStories.beforeEach(context)
    const scene = sceneOf(context)
    context.msw.use(...ordersHandlers(scene, context.parameters['refusal'] as Response | undefined))
    if (!scene.isKept) await scene.client.signIn({ email: ADA.email, password: PASSWORD })
  },
})

/** Presses a button long after signing in, and waits for the question. */
async function asked(context: FlowPlay, button = 'Order tea') {
  const { canvas, userEvent } = context
  await canvas.findByRole('heading', { name: 'Orders' })
  letPass(sceneOf(context), 120)
  await userEvent.click(canvas.getByRole('button', { name: button }))
  const dialog = await canvas.findByRole('dialog', { name: "Confirm it's you" })
  return { ...context, dialog, within: within(dialog) }
}

function byPassword(button: string, ...orders: readonly string[]) {
  return async (context: FlowPlay): Promise<void> => {
    const { canvas, userEvent, dialog, within: inside } = await asked(context, button)
    await expect(dialog.matches(':modal')).toBe(true)
    const password = await inside.findByLabelText('Password')
    await waitFor(() => expect(password).toHaveFocus())
    await userEvent.type(password, 'wrong{Enter}')
    await expect(await inside.findByText('The password is incorrect. Try again.')).toBeVisible()
    await userEvent.type(password, `${PASSWORD}{Enter}`)
    for (const order of orders) await canvas.findByText(`Ordered ${order}.`)
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await expect(canvas.getByRole('button', { name: button })).toHaveFocus()
  }
}

export const BySigningInAgain = meta.story({
  args: { backend: 'edgebase' },
  play: byPassword('Order tea', 'tea'),
})

export const ByTheBackendsOwnStepUp = meta.story({
  args: { backend: 'intelliauth' },
  play: byPassword('Order tea', 'tea'),
})

export const TwoCallsOneDialog = meta.story({
  args: { backend: 'auth-svc' },
  play: byPassword('Order tea and cake', 'tea', 'cake'),
})

export const Asked = meta.story({
  args: { backend: 'authos' },
  play: async (context) => void (await (await asked(context)).within.findByLabelText('Password')),
})

export const AskedOnASmallScreen = meta.story({
  ...NARROW,
  args: { backend: 'calimatic' },
  play: async (context) => {
    await (await asked(context)).within.findByLabelText('Password')
    await expectToFit()
  },
})

/** A higher level is named: a code first. */
export const AskedForACode = meta.story({
  args: { backend: 'intelliauth' },
  parameters: { refusal: LEVEL_TWO },
  play: async (context) => {
    const { within: inside } = await asked(context)
    await waitFor(async () => expect(await inside.findByLabelText('Code')).toHaveFocus())
    await expect(inside.getByRole('button', { name: 'Use your password' })).toBeVisible()
  },
})

export const Cancelled = meta.story({
  args: { backend: 'calimatic' },
  play: async (context) => {
    const { canvas, dialog } = await asked(context)
    // What the browser sends for Escape.
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
    await canvas.findByText('Not ordered: StepUpCancelled.')
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await expect(canvas.getByRole('button', { name: 'Order tea' })).toHaveFocus()
  },
})
