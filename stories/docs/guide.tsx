import { Markdown, Source } from '@storybook/addon-docs/blocks'
import type { ComponentProps, ComponentPropsWithoutRef, ReactNode } from 'react'

type Language = NonNullable<ComponentProps<typeof Source>['language']>

export interface GuideProps {
  /** Where the guide lies, such as `docs/flows/sign-in.md`. */
  page: string
  /** Its Markdown. */
  text: string
  /** The flow at work, between what it is about and the rest. */
  children?: ReactNode
}

/** A guide of the repository, as a page of the book. */
export function Guide({ page, text, children }: GuideProps) {
  const shown = text.replaceAll(/^<!--.*-->\n/gm, '')
  const [about = ''] = shown.split(/^(?=## )/m)
  const options = { overrides: { a: linksFrom(page), pre: Bare, code: GuideCode } }
  return (
    <>
      <Markdown options={options}>{about}</Markdown>
      {children}
      <Markdown options={options}>{shown.slice(about.length)}</Markdown>
    </>
  )
}

/** A block of code brings its own frame. */
function Bare({ children }: { children?: ReactNode }) {
  return children
}

interface GuideCodeProps {
  className?: string
  children?: string
}

function GuideCode({ className = '', children = '' }: GuideCodeProps) {
  const language = /\blang-(\w+)/.exec(className)?.[1]
  return language === undefined ? (
    <code>{children}</code>
  ) : (
    <Source code={children} language={language as Language} />
  )
}

/** Links lead to the pages that the book has; what it lacks is named and leads nowhere. */
function linksFrom(page: string) {
  return function GuideLink({ href = '', children }: ComponentPropsWithoutRef<'a'>) {
    const target = placeOf(page, href)
    return target === null ? (
      <span>{children}</span>
    ) : (
      <a href={target} target={/^https?:/.test(target) ? '_blank' : '_top'} rel="noreferrer">
        {children}
      </a>
    )
  }
}

function placeOf(page: string, href: string): string | null {
  if (/^https?:/.test(href)) return href
  const { pathname } = new URL(href, `https://book.invalid/${page}`)
  const guide = /^\/docs\/((?:flows|start)\/[\w-]+|migration)\.md$/.exec(pathname)?.[1]
  if (guide !== undefined) {
    const name = guide.toLowerCase().replace('/readme', '/all')
    return `./?path=/docs/docs-${name.replaceAll('/', '-')}--docs`
  }
  const backend = /^\/docs\/backends\/([\w-]+)\.md$/.exec(pathname)?.[1]
  if (backend === undefined) return null
  const only = backend === 'README' ? '' : `&args=backend:${backend}`
  return `./?path=/story/docs-error-index--index${only}`
}
