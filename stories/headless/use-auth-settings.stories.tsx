import { useMemo, type ReactNode } from 'react'
import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.js'
import { AuthContext, useAuthSettings } from '../../src/index.js'
import { headlessSteps, scriptedHeadlessStories } from '../headless-stories.js'
import type { ScriptedArgs } from '../scripted-scene.js'
import { HelpLink } from './use-auth-settings.js'

const ARGS: ScriptedArgs = { backend: 'edgebase', routes: {} }

const meta = preview.meta({
  title: 'headless/use-auth-settings',
  ...scriptedHeadlessStories('use-auth-settings', () => <HelpLink />),
  args: ARGS,
})

/** A part of the page that names no place. */
function WithoutPlaces({ children }: { children: ReactNode }) {
  const settings = useAuthSettings()
  const here = useMemo(() => ({ ...settings, links: {} }), [settings])
  return <AuthContext.Provider value={here}>{children}</AuthContext.Provider>
}

export const ThePlaceIsNamed = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: 'Ask for help' })).toBeVisible()
  },
})

export const NoPlaceIsNamed = meta.story({
  ...scriptedHeadlessStories('use-auth-settings', () => (
    <WithoutPlaces>
      <HelpLink />
    </WithoutPlaces>
  )),
  play: async (context) => {
    const { sees } = headlessSteps(context)
    await sees('Ask whoever gave you this account.')
    await expect(context.canvas.queryByRole('link')).toBeNull()
  },
})
