import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { ScriptedArgs } from '../scripted-scene.js'
import { MailedLink } from './use-link-token.js'

const ROUTE = 'POST /auth/verify-email'
const ARGS: ScriptedArgs = { backend: 'edgebase', routes: { [ROUTE]: { body: { ok: true } } } }

/** The visitor has followed a link of a mail: what stands behind the `#` never goes to a server. */
function follow(fragment: string) {
  return () => {
    window.history.replaceState(window.history.state, '', fragment)
  }
}

const meta = preview.meta({
  title: 'headless/use-link-token',
  ...scriptedHeadlessStories('use-link-token', () => <MailedLink />),
  args: ARGS,
})

export const TheLinkWorks = meta.story({
  beforeEach: follow('#token=mailed-1'),
  play: async (context) => {
    const { press, sees } = headlessSteps(context)
    await expect(window.location.href).not.toContain('mailed-1')
    await press('Yes, this is my address')
    await sees('Your address is verified.')
  },
})

export const TheLinkHasNoToken = meta.story({
  beforeEach: follow('#token='),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/link/)
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})
