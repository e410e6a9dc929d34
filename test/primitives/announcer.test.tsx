import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { AnnouncerProvider, LiveRegion, useAnnounce } from '../../src/primitives/index.js'

/** What a screen reader would say: text that is added to a region. */
function listenTo(region: Element): string[] {
  const said: string[] = []
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node.textContent) said.push(node.textContent)
    }
  }).observe(region, { childList: true, subtree: true, characterData: true })
  return said
}

describe('LiveRegion', () => {
  it('A11Y-02: is there before it has anything to say, and says the same failure again', async () => {
    const user = userEvent.setup()
    function Form() {
      const [failures, setFailures] = useState(0)
      return (
        <>
          <LiveRegion politeness="assertive" stamp={failures}>
            {failures > 0 ? 'The email or password is incorrect.' : null}
          </LiveRegion>
          <button type="button" onClick={() => setFailures(failures + 1)}>
            Sign in
          </button>
        </>
      )
    }
    render(<Form />)
    const region = screen.getByRole('alert')
    expect(region).toBeEmptyDOMElement()
    expect(region).toHaveAttribute('aria-live', 'assertive')
    const said = listenTo(region)
    await user.click(screen.getByRole('button'))
    await user.click(screen.getByRole('button'))
    expect(said).toEqual([
      'The email or password is incorrect.',
      'The email or password is incorrect.',
    ])
    expect(screen.getByRole('alert')).toBe(region)
  })

  it('A11Y-02: says nothing twice when only its surroundings change', async () => {
    const region = (text: string) => (
      <LiveRegion politeness="polite" stamp={1} title={text}>
        Done.
      </LiveRegion>
    )
    const { rerender } = render(region('a'))
    const said = listenTo(screen.getByRole('status'))
    rerender(region('b'))
    await act(async () => {})
    expect(said).toEqual([])
  })

  it('SEC-29: hides itself without a style attribute in server markup', () => {
    const region = (
      <LiveRegion politeness="polite" hidden="visually">
        Done.
      </LiveRegion>
    )
    expect(renderToString(region)).not.toContain('style=')
    render(region)
    expect(screen.getByRole('status')).toHaveStyle({ position: 'absolute', overflow: 'hidden' })
  })
})

describe('useAnnounce', () => {
  function Buttons() {
    const announce = useAnnounce()
    return (
      <>
        <button type="button" onClick={() => announce('We sent a new code.')}>
          Resend
        </button>
        <button type="button" onClick={() => announce('You are offline.', 'assertive')}>
          Go offline
        </button>
      </>
    )
  }
  const show = () => {
    render(
      <AnnouncerProvider>
        <Buttons />
      </AnnouncerProvider>,
    )
  }

  it('A11Y-02: says the same message as often as it is given', async () => {
    const user = userEvent.setup()
    show()
    const said = listenTo(screen.getByRole('status'))
    await user.click(screen.getByText('Resend'))
    await user.click(screen.getByText('Resend'))
    expect(said).toEqual(['We sent a new code.', 'We sent a new code.'])
    expect(screen.getByRole('alert')).toBeEmptyDOMElement()
  })

  it('interrupts only when asked to', async () => {
    const user = userEvent.setup()
    show()
    await user.click(screen.getByText('Go offline'))
    expect(screen.getByRole('alert')).toHaveTextContent('You are offline.')
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it('leaves no old message to be found later', () => {
    vi.useFakeTimers()
    show()
    act(() => screen.getByText('Resend').click())
    expect(screen.getByRole('status')).toHaveTextContent('We sent a new code.')
    act(() => {
      vi.advanceTimersByTime(10_000)
    })
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('says what is missing outside of its provider', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<Buttons />)).toThrow('Wrap the screen in <AnnouncerProvider>')
    quiet.mockRestore()
  })
})
