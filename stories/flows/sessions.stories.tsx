import type { StoryContext } from 'storybook/internal/csf'
import { expect, waitFor, within } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Sessions } from '../../src/components/sessions.js'
import { expectAlert, expectToFit } from '../expectations.js'
import { flowStories, sceneOf, type FlowArgs, type FlowPlay } from '../flow-scene.js'
import { insideFlow } from '../flow-screen.js'
import { signInOnSeveralDevices } from '../other-devices.js'
import { NARROW } from '../surroundings.js'

const AUTH_SVC: FlowArgs = { backend: 'auth-svc' }

const meta = preview.meta({
  title: 'flows/sessions',
  ...insideFlow(<Sessions />),
  args: AUTH_SVC,
  async beforeEach(context: Pick<StoryContext, 'msw' | 'loaded'>) {
    flowStories.beforeEach(context)
    const scene = sceneOf(context)
    if (!scene.isKept) await signInOnSeveralDevices(scene)
  },
})

const rows = ({ canvas }: FlowPlay) => canvas.findAllByRole('listitem')

export const SeveralDevices = meta.story({
  play: async (context) => {
    const [own, phone] = await rows(context)
    await expect(within(own!).getByText('This device')).toBeVisible()
    await expect(within(own!).queryByRole('button')).toBeNull()
    await expect(within(phone!).getByText('Safari on iPhone')).toBeVisible()
    await expect(within(phone!).getByText('Last active 3 hours ago')).toBeVisible()
  },
})

export const OneEnded = meta.story({
  args: { backend: 'edgebase' },
  play: async (context) => {
    const { canvas, userEvent } = context
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign out Safari on iPhone' }))
    await canvas.findByText('Safari on iPhone is signed out.')
    await waitFor(async () => expect(await rows(context)).toHaveLength(2))
    await expect(canvas.getByRole('heading', { name: "Where you're signed in" })).toHaveFocus()
  },
})

export const AllOthersEnded = meta.story({
  args: { backend: 'calimatic' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign out all other devices' }))
    await expect(await canvas.findByText("You're not signed in anywhere else.")).toBeVisible()
  },
})

export const NotToBeReached = meta.story({
  play: async ({ canvas, userEvent, loaded }) => {
    await canvas.findByText('Safari on iPhone')
    sceneOf({ loaded }).server.force('session_manage', { status: 500 })
    await userEvent.click(canvas.getByRole('button', { name: 'Sign out Safari on iPhone' }))
    await expectAlert(canvas, 'Something went wrong on our side. Try again shortly.')
  },
})

export const OnASmallScreen = meta.story({
  ...NARROW,
  play: async (context) => {
    await rows(context)
    await expectToFit()
  },
})

export const InGerman = meta.story({
  globals: { locale: 'de' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Safari unter iPhone')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Alle anderen Geräte abmelden' })).toBeVisible()
  },
})
