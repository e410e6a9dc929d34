import type { DocsContextProps } from '@storybook/addon-docs/blocks'
import { lazy, Suspense, type PropsWithChildren } from 'react'

// Loaded with a docs page and not with each story: the blocks they are made of are large.
const Frame = lazy(async () => ({ default: (await import('./docs-frame.js')).DocsFrame }))
const Component = lazy(async () => ({
  default: (await import('./component-page.js')).ComponentPage,
}))
const View = lazy(async () => ({ default: (await import('./view-page.js')).ViewPage }))

/** What stands around every docs page. */
export function DocsPageFrame(props: PropsWithChildren<{ context: DocsContextProps }>) {
  return (
    <Suspense>
      <Frame {...props} />
    </Suspense>
  )
}

/** The docs page of a file of the shelf `components`. */
export function ComponentDocsPage() {
  return (
    <Suspense>
      <Component />
    </Suspense>
  )
}

/** The docs page of a file of the shelf `views`. */
export function ViewDocsPage() {
  return (
    <Suspense>
      <View />
    </Suspense>
  )
}
