import type { DocsContextProps } from '@storybook/addon-docs/blocks'

interface StoryLinksProps {
  stories: ReturnType<DocsContextProps['componentStories']>
}

/** Where each of these stories is played through. */
export function StoryLinks({ stories }: StoryLinksProps) {
  return (
    <ul>
      {stories.map(({ id, name }) => (
        <li key={id}>
          <a href={`./?path=/story/${id}`} target="_top">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
