import { DocsContainer, type DocsContextProps } from '@storybook/addon-docs/blocks'
import { useLayoutEffect, useState, type PropsWithChildren } from 'react'
import { frameFor } from '../../.storybook/frames.js'

const EVENTS = ['globalsUpdated', 'setGlobals'] as const

type Channel = DocsContextProps['channel']

/** The frame of every docs page: light or dark as the toolbar says, as the stories on it are. */
export function DocsFrame({ context, children }: PropsWithChildren<{ context: DocsContextProps }>) {
  const { theme } = useToolbar(context.channel)
  return (
    <DocsContainer context={context} theme={frameFor(theme)}>
      {children}
    </DocsContainer>
  )
}

interface Toolbar {
  theme: 'light' | 'dark'
  look: string
}

/** A page without a story has no decorator to set these. */
function useToolbar(channel: Channel): Toolbar {
  const [toolbar, setToolbar] = useState(() => toolbarNow(channel))
  useLayoutEffect(() => {
    const follow = () => setToolbar(toolbarNow(channel))
    for (const event of EVENTS) channel.on(event, follow)
    return () => {
      for (const event of EVENTS) channel.off(event, follow)
    }
  }, [channel])
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = toolbar.theme
    document.documentElement.dataset['gwTheme'] = toolbar.look
  }, [toolbar])
  return toolbar
}

function toolbarNow(channel: Channel): Toolbar {
  const known = EVENTS.map((event) => channel.last(event) as [{ globals?: object }?] | undefined)
  const globals = known.find((args) => args?.[0]?.globals)?.[0]?.globals ?? {}
  const look: unknown = Reflect.get(globals, 'look')
  return {
    theme: Reflect.get(globals, 'theme') === 'dark' ? 'dark' : 'light',
    look: typeof look === 'string' ? look : 'default',
  }
}
