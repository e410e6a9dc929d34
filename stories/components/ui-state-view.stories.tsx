import type { ComponentType } from 'react'
import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { Card } from '../../src/components/parts/card.js'
import { surfaceOf, UiStateView, type UiKind, type UiStateViewProps } from '../../src/index.js'
import { LiveRegion } from '../../src/primitives/index.js'
import { DOCUMENTED } from '../documented-answers.js'
import { dropInStories } from '../drop-in-stories.js'

interface Args extends Partial<UiStateViewProps> {
  /** Of this page alone: which state is shown. */
  kind: UiKind
}

const KINDS = [...new Set(DOCUMENTED.map(({ state }) => state.kind))].toSorted()

/** The first that a backend's reference leads to. */
function stateOfKind(kind: UiKind) {
  const found = DOCUMENTED.find(({ state }) => state.kind === kind)
  if (!found) throw new Error(`No reference leads to ${kind}.`)
  return found.state
}

const meta = preview.meta({
  title: 'components/ui-state-view',
  component: UiStateView as ComponentType<object> as ComponentType<Args>,
  tags: ['autodocs'],
  ...dropInStories({ name: 'UiStateView', code: inAFlow }, ({ kind, ...props }: Args) => {
    const state = stateOfKind(kind)
    const view = <UiStateView key={kind} {...props} state={state} />
    const isAlert = surfaceOf(state) === 'alert'
    return (
      <Card data-kind={kind}>
        {isAlert ? <LiveRegion politeness="assertive">{view}</LiveRegion> : view}
      </Card>
    )
  }),
  argTypes: {
    state: { control: false, table: { type: { summary: 'UiState' } } },
    handlers: { control: false },
    kind: {
      control: { type: 'select' },
      options: KINDS,
      table: { type: { summary: 'UiKind' } },
      description: 'Of this page alone: which state is shown.',
    },
  },
  args: { kind: 'account_locked' as const, handlers: { retry: fn(), restart: fn(), cancel: fn() } },
})

export const Usage = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Too many failed attempts.')
    await expect(canvas.getByRole('link', { name: 'Contact support' })).toBeVisible()
  },
})

/** This kind takes the place of the form; its region has a heading. */
export const InPlaceOfTheForm = meta.story({
  args: { kind: 'restart_required' as const },
  play: async ({ args, canvas, userEvent }) => {
    await expect(await canvas.findByRole('region', { name: 'Start over' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Start over' }))
    await expect(args.handlers?.restart).toHaveBeenCalledOnce()
  },
})

/** What nobody can do is not offered. */
export const WithoutHandlers = meta.story({
  args: { kind: 'restart_required' as const, handlers: {} },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('region', { name: 'Start over' })).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Start over' })).toBeNull()
  },
})

function inAFlow(): string {
  return `import { isUiState, UiStateView, useMagicLink } from 'gatewright'

/** A screen of your own: whatever the answer is, it has a view. */
export function LinkPage() {
  const { state, reset } = useMagicLink()
  if (!isUiState(state)) return <p>One moment…</p>
  return (
    <div data-gatewright="" data-gw="card">
      <UiStateView state={state} handlers={{ restart: reset }} />
    </div>
  )
}`
}
