import { act, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Spinner, useWaitStage, WaitStatus } from '../../src/primitives/index.js'

beforeEach(() => {
  vi.useFakeTimers()
})

function pass(milliseconds: number) {
  act(() => {
    vi.advanceTimersByTime(milliseconds)
  })
}

describe('a wait', () => {
  function Stage({ pending }: { pending: boolean }) {
    return <output>{useWaitStage(pending)}</output>
  }
  const stage = () => document.querySelector('output')!.textContent

  it('UX-35: is shown after 150 ms, excused after 5 s and can be given up after 10 s', () => {
    const { rerender } = render(<Stage pending={false} />)
    expect(stage()).toBe('idle')
    rerender(<Stage pending />)
    pass(149)
    expect(stage()).toBe('brief')
    pass(1)
    expect(stage()).toBe('working')
    pass(4850)
    expect(stage()).toBe('still_working')
    pass(5000)
    expect(stage()).toBe('cancellable')
    rerender(<Stage pending={false} />)
    expect(stage()).toBe('idle')
    rerender(<Stage pending />)
    expect(stage()).toBe('brief')
  })

  it('UX-35: shows no spinner for a quick answer', () => {
    const { rerender, container } = render(<Spinner pending />)
    pass(100)
    rerender(<Spinner pending={false} />)
    pass(10_000)
    expect(container.querySelector('[data-shown]')).toBeNull()
  })

  it('A11Y-05: says that it is working, in a region that was there before', () => {
    const wait = (pending: boolean) => (
      <WaitStatus pending={pending} label="Working on it" stillLabel="Still working on it" />
    )
    const { rerender } = render(wait(false))
    const status = screen.getByRole('status')
    expect(status).toBeEmptyDOMElement()
    rerender(wait(true))
    pass(150)
    expect(status).toHaveTextContent('Working on it')
    pass(5000)
    expect(status).toHaveTextContent('Still working on it')
    rerender(wait(false))
    expect(status).toBeEmptyDOMElement()
  })
})
