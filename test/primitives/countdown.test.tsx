import { act, render } from '@testing-library/react'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Countdown, useCountdown } from '../../src/primitives/index.js'
import type { CountdownProps } from '../../src/primitives/index.js'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_250 })
})

const MINUTE = 60
const HOUR = 3_600

function pass(seconds: number) {
  act(() => {
    vi.advanceTimersByTime(seconds * 1000)
  })
}

function start(seconds: number, props: Partial<CountdownProps> = {}) {
  const until = Date.now() + seconds * 1000
  const shown = render(<Countdown until={until} {...props} />)
  const region = shown.container.querySelector('[role=status]')!
  const said: string[] = []
  const observer = new MutationObserver(() => {
    if (region.textContent) said.push(region.textContent)
  })
  observer.observe(region, { childList: true, subtree: true, characterData: true })
  return { ...shown, region, said, visible: () => shown.container.querySelector('[aria-hidden]')! }
}

/** Lets the time run second by second, so that each announcement is heard. */
async function run(seconds: number) {
  for (let second = 0; second < seconds; second += 1) {
    pass(1)
    await act(async () => {})
  }
}

describe('Countdown', () => {
  it('shows each second to those who see it and keeps that from screen readers', () => {
    const { visible } = start(3)
    expect(visible()).toHaveTextContent('3 seconds')
    expect(visible()).toHaveAttribute('aria-hidden', 'true')
    pass(1)
    expect(visible()).toHaveTextContent('2 seconds')
    pass(2)
    expect(visible()).toHaveTextContent('0 seconds')
  })

  it.each([
    { seconds: 10, total: 2, said: ['10 seconds', '0 seconds'] },
    { seconds: 60, total: 4, said: ['1 minute', '40 seconds', '20 seconds', '0 seconds'] },
    { seconds: 15 * MINUTE, total: 18, said: ['15 minutes', '14 minutes'] },
  ])('A11Y-06: says $total things in $seconds seconds', async ({ seconds, total, said }) => {
    const countdown = start(seconds)
    expect(countdown.region).toBeEmptyDOMElement()
    await run(seconds + 5)
    expect(countdown.said).toHaveLength(total)
    expect(countdown.said.slice(0, said.length)).toEqual(said)
    expect(countdown.said.at(-1)).toBe('0 seconds')
  })

  it('A11Y-06: says the hours of a day, the minutes of its last hour and 4 things in its last minute', async () => {
    const countdown = start(24 * HOUR)
    for (let minute = 1; minute < 24 * 60; minute += 1) {
      pass(MINUTE - 1)
      await run(1)
    }
    const before = countdown.said.length
    expect(before).toBe(24 + 58)
    await run(MINUTE + 1)
    expect(countdown.said.length - before).toBe(4)
    expect(countdown.said.slice(-5)).toEqual([
      '2 minutes',
      '1 minute',
      '40 seconds',
      '20 seconds',
      '0 seconds',
    ])
  })

  it('A11Y-06: says whole sentences where it is given them', async () => {
    const announce = (left: number) => (left > 0 ? `Try again in ${left} s.` : 'Try again now.')
    const { said } = start(2, { announce })
    await run(4)
    expect(said).toEqual(['Try again in 2 s.', 'Try again now.'])
  })

  it('ends once, also in StrictMode and when its handler changes', () => {
    const onEnd = vi.fn()
    const until = Date.now() + 2000
    const tree = () => (
      <StrictMode>
        <Countdown until={until} onEnd={() => onEnd()} />
      </StrictMode>
    )
    const { rerender } = render(tree())
    pass(1)
    expect(onEnd).not.toHaveBeenCalled()
    pass(1)
    rerender(tree())
    pass(10)
    expect(onEnd).toHaveBeenCalledOnce()
  })

  it('REL-19: is right at once after eight hours of sleep', () => {
    const { visible } = start(9 * HOUR)
    vi.setSystemTime(Date.now() + 8 * HOUR * 1000)
    expect(visible()).toHaveTextContent('9 hours')
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'))
    })
    expect(visible()).toHaveTextContent('1 hour')
  })

  it.each(['pageshow', 'focus'])('REL-19: looks at the clock on %s', (wake) => {
    const onEnd = vi.fn()
    start(MINUTE, { onEnd })
    vi.setSystemTime(Date.now() + HOUR * 1000)
    act(() => {
      window.dispatchEvent(new Event(wake))
    })
    expect(onEnd).toHaveBeenCalledOnce()
  })

  it('REL-20: never sets a timer that could fire at once, for a year as for a second', () => {
    const setTimer = vi.spyOn(globalThis, 'setTimeout')
    const { visible } = start(365 * 24 * HOUR)
    const onEnd = vi.fn()
    pass(3)
    expect(visible()).toHaveTextContent('364 days, 23 hours, 59 minutes, 57 seconds')
    expect(onEnd).not.toHaveBeenCalled()
    expect(setTimer.mock.calls.every(([, delay]) => (delay ?? 0) <= 1000)).toBe(true)
  })

  it('draws nothing while nobody can see it, and is right once they can', () => {
    const { visible } = start(90)
    pass(1)
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    const shown = visible().textContent
    pass(30)
    expect(visible()).toHaveTextContent(shown)
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
    act(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    expect(visible()).toHaveTextContent('59 seconds')
  })

  it('REL-43: leaves no timer behind', () => {
    const { unmount } = start(MINUTE)
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('starts over for another instant', async () => {
    const { said, rerender, visible } = start(40)
    await run(45)
    rerender(<Countdown until={Date.now() + 40_000} />)
    expect(visible()).toHaveTextContent('40 seconds')
    await run(1)
    expect(said.filter((text) => text === '40 seconds')).toHaveLength(2)
  })

  it('REL-46: shows no time in server markup', () => {
    expect(renderToString(<Countdown until={Date.now() + 5000} />)).not.toMatch(
      /\d+ seconds| style=/,
    )
  })
})

describe('useCountdown', () => {
  function Left({ until, now }: { until: number | null; now?: () => number }) {
    return <output>{JSON.stringify(useCountdown(until, { now }))}</output>
  }
  const left = () => JSON.parse(document.querySelector('output')!.textContent) as unknown

  it('has nothing to count without an instant', () => {
    render(<Left until={null} />)
    expect(left()).toEqual({ secondsLeft: null, ended: false })
  })

  it('has ended when the instant is past', () => {
    render(<Left until={Date.now() - 5000} />)
    expect(left()).toEqual({ secondsLeft: 0, ended: true })
  })

  it('runs by the clock it is given', () => {
    let time = 0
    render(<Left until={5000} now={() => time} />)
    expect(left()).toEqual({ secondsLeft: 5, ended: false })
    time = 4999
    pass(1)
    expect(left()).toEqual({ secondsLeft: 1, ended: false })
  })
})
