import { Canvas, Controls, Description, DocsContext } from '@storybook/addon-docs/blocks'
import { useContext } from 'react'
import { StoryLinks } from './story-links.js'

/** The page of a drop-in: what it is for, at work, its code, its props, and where it is played through. */
export function ComponentPage() {
  const { componentStories } = useContext(DocsContext)
  const stories = componentStories()
  const [usage] = stories
  if (!usage) return null
  return (
    <>
      <div className="sb-unstyled showroom showroom-in-docs">
        <h1>
          <code>{`<${String(usage.parameters['dropIn'])}/>`}</code>
        </h1>
      </div>
      <Description />
      <Canvas of={usage.moduleExport} sourceState="shown" />
      <div className="sb-unstyled showroom showroom-in-docs">
        <h2>Props</h2>
      </div>
      <div className="showroom-scroll">
        <Controls of={usage.moduleExport} />
      </div>
      <div className="sb-unstyled showroom showroom-in-docs">
        <h2>Played through, step by step</h2>
        <StoryLinks stories={stories} />
      </div>
    </>
  )
}
