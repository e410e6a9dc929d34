import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events'
import { addons } from 'storybook/manager-api'
import { frameFor } from './frames.js'

/** Light or dark as the toolbar says, as the stories are. */
function follow({ globals }: { globals: Readonly<Record<string, unknown>> }): void {
  addons.setConfig({ theme: frameFor(globals['theme']) })
}

addons.setConfig({ theme: frameFor('light') })
addons.register('gatewright/frame', (api) => {
  api.on(SET_GLOBALS, follow)
  api.on(GLOBALS_UPDATED, follow)
})
