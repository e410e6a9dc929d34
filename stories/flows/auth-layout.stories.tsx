import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { AuthLayout, SignIn, type AuthLayoutProps } from '../../src/index.js'
import { ADA, flowStories, sceneOf, type FlowArgs, type FlowPlay } from '../flow-scene.js'
import { FlowScreen } from '../flow-screen.js'
import { signInSteps } from '../sign-in-steps.js'
import { languageOf, NARROW } from '../surroundings.js'

interface LayoutArgs extends FlowArgs {
  variant: NonNullable<AuthLayoutProps['variant']>
}

const BRAND = (
  <>
    <strong translate="no">Larch &amp; Tea</strong>
    <span dir="auto" translate="no">
      Tea from the high gardens, at your door by Friday.
    </span>
  </>
)

const meta = preview.meta({
  title: 'flows/auth-layout',
  ...flowStories,
  parameters: { layout: 'fullscreen' },
  argTypes: {
    ...flowStories.argTypes,
    variant: { control: 'inline-radio', options: ['card', 'split', 'page'] },
  },
  render: ({ variant }: LayoutArgs, { loaded, globals }) => (
    <FlowScreen scene={sceneOf({ loaded })} {...languageOf(globals)}>
      <AuthLayout variant={variant} brand={BRAND}>
        <SignIn />
      </AuthLayout>
    </FlowScreen>
  ),
})

function boxOf(element: Element | null): DOMRect {
  if (!element) throw new Error('This part is not on the screen.')
  return element.getBoundingClientRect()
}

async function signsIn(context: FlowPlay): Promise<void> {
  const { signInAs, expectSignedIn } = signInSteps(context)
  await signInAs(ADA.email)
  await expectSignedIn()
}

export const OnACard = meta.story({ args: { variant: 'card' }, play: signsIn })

export const BesideTheBrand = meta.story({
  args: { variant: 'split' },
  async play(context) {
    const { canvas, canvasElement } = context
    await canvas.findByRole('heading', { name: 'Sign in' })
    const brand = boxOf(canvasElement.querySelector('[data-gw="brand"]'))
    const form = boxOf(canvasElement.querySelector('form'))
    await expect(brand.right).toBeLessThanOrEqual(form.left)
    await signsIn(context)
  },
})

export const BesideTheBrandOnAPhone = meta.story({
  ...NARROW,
  args: { variant: 'split' },
  parameters: { ...NARROW.parameters, layout: 'fullscreen' },
  play: signsIn,
})

/** In a column of its own page: what counts is the room there is. */
export const BesideTheBrandInAColumn = meta.story({
  args: { variant: 'split' },
  decorators: [
    (Story) => (
      <div className="narrow-column">
        <Story />
      </div>
    ),
  ],
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('heading', { name: 'Sign in' })
    const brand = boxOf(canvasElement.querySelector('[data-gw="brand"]'))
    const form = boxOf(canvasElement.querySelector('form'))
    await expect(brand.bottom).toBeLessThanOrEqual(form.top)
  },
})

export const OnAPlainPage = meta.story({ args: { variant: 'page' }, play: signsIn })
