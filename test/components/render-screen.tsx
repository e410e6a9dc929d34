import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import type { Backend } from '../../src/backends/backend.js'
import type { Operation } from '../../src/errors/operation.js'
import { AuthProvider, type AuthLinks } from '../../src/index.js'
import type { FakeAuthServerOptions } from '../../src/testing/index.js'
import { connect, FIVE_BACKENDS } from '../client/five-backends.js'
import { Caught } from './caught.js'
import { LINKS } from './render-sign-in.js'

export interface ScreenOptions {
  id?: string
  server?: Partial<FakeAuthServerOptions>
  links?: AuthLinks
  /** What the backend does differently. */
  backend?: (usual: Backend) => Partial<Backend>
}

/** Nothing waits in a test: whatever is held back is let go at once. */
export const atOnce = () => Promise.resolve()

/** Renders a screen on a fake server, under StrictMode, in an app with a QueryClient of its own. */
export function renderScreen(
  content: ReactNode,
  { id = 'edgebase', server: options, links = LINKS, backend: changes }: ScreenOptions = {},
) {
  const five = FIVE_BACKENDS.find((candidate) => candidate.id === id)
  if (!five) throw new Error(`No backend is called ${id}.`)
  const backend = { ...five.backend, ...changes?.(five.backend) }
  const { client, server } = connect({ ...five, backend }, options)
  const queryClient = new QueryClient()
  const show = (shown: ReactNode, at = client) =>
    render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <AuthProvider client={at} links={links}>
            <Caught>{shown}</Caught>
          </AuthProvider>
        </QueryClientProvider>
      </StrictMode>,
    )
  let page = show(content)
  const user = userEvent.setup()
  return {
    client,
    server,
    queryClient,
    user,
    /** Puts a text in place of a field's own. */
    fill: async (field: HTMLInputElement, text: string) => {
      await user.clear(field)
      await user.click(field)
      await user.paste(text)
    },
    body: () => page.container,
    /** Another page of the app, or the same again: what storage holds stays. */
    open: (next: ReactNode = content) => {
      page.unmount()
      page = show(next)
    },
    /** The same after a reload: a new client that remembers nothing. */
    reload: () => {
      page.unmount()
      page = show(
        content,
        createAuthClient({ backend, fetch: server.fetch, now: server.clock.now }),
      )
    },
    sent: (operation: Operation) =>
      server.requests.filter((request) => request.operation === operation).length,
  }
}

/** The screen as text, without the ids that no two renderings share. */
export function markupOf(element: Element): string {
  return element.innerHTML.replaceAll(/_r_\w+_/g, '_')
}

export const emailField = () => screen.getByLabelText<HTMLInputElement>('Email')
export const button = (name: string | RegExp) => screen.getByRole('button', { name })

/** The page comes back from sleep: what counts down looks at the clock. */
export function wake(): void {
  act(() => void window.dispatchEvent(new Event('focus')))
}
