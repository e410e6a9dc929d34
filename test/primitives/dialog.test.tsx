import { render, screen } from '@testing-library/react'
import { createRef, StrictMode, useEffect, useRef } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Dialog } from '../../src/primitives/index.js'

// What only a browser does (focus, Escape, the inert page) is shown in stories/primitives/dialog.stories.tsx.
describe('<Dialog/>', () => {
  it('has a name, takes props and a ref, and is styled by its mark', () => {
    const ref = createRef<HTMLDialogElement>()
    render(
      <Dialog open aria-label="Sure?" className="mine" ref={ref}>
        <button>Yes</button>
      </Dialog>,
    )
    const dialog = screen.getByRole('dialog', { name: 'Sure?' })
    expect(ref.current).toBe(dialog)
    expect(dialog).toHaveClass('mine')
    expect(dialog).toHaveAttribute('data-gw', 'dialog')
  })

  it('has its children while it is open, and only then', () => {
    const { rerender } = render(
      <Dialog open={false} aria-label="Sure?">
        Yes
      </Dialog>,
    )
    expect(screen.queryByText('Yes')).toBeNull()
    rerender(
      <Dialog open aria-label="Sure?">
        Yes
      </Dialog>,
    )
    expect(screen.getByText('Yes')).toBeVisible()
    rerender(
      <Dialog open={false} aria-label="Sure?">
        Yes
      </Dialog>,
    )
    expect(screen.queryByText('Yes')).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('lets its content take the focus, under StrictMode too', () => {
    function Content() {
      const second = useRef<HTMLInputElement>(null)
      useEffect(() => second.current?.focus(), [])
      return (
        <>
          <input aria-label="First" />
          <input aria-label="Second" ref={second} />
        </>
      )
    }
    render(
      <StrictMode>
        <Dialog open aria-label="Form">
          <Content />
        </Dialog>
      </StrictMode>,
    )
    expect(screen.getByLabelText('Second')).toHaveFocus()
  })

  it('SEC-29: is nothing to see in server markup', () => {
    const markup = renderToString(
      <Dialog open={false} aria-label="Sure?">
        Yes
      </Dialog>,
    )
    expect(markup).toBe('<dialog data-gw="dialog" aria-label="Sure?"></dialog>')
  })
})
