import { describe, expect, it, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { EXHIBITS, show, type Exhibit } from './stories.js'

const LIGHT = { locale: 'en', theme: 'light', direction: 'ltr' } as const

function exhibitOf(id: string): Exhibit {
  const exhibit = EXHIBITS.find((one) => one.id === id)
  if (exhibit) return exhibit
  throw new Error(`There is no story ${id}.`)
}

interface LayoutShift extends PerformanceEntry {
  value: number
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
}

function describeMove({ node, previousRect, currentRect }: LayoutShift['sources'][number]): string {
  return `${node?.nodeName} "${node?.textContent}" ${previousRect.y} to ${currentRect.y}`
}

/** What has moved on the screen while this was done (Layout Instability API). */
async function movedDuring(act: () => Promise<void>): Promise<string[]> {
  const moved: string[] = []
  const observer = new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as LayoutShift[])
      moved.push(`${value}: ${sources.map(describeMove).join(', ')}`)
  })
  observer.observe({ type: 'layout-shift' })
  await twoFrames()
  moved.length = 0
  await act()
  await twoFrames()
  observer.disconnect()
  return moved
}

/** What a backend offers comes in when it is known. */
async function settled(): Promise<void> {
  let height = 0
  await vi.waitFor(async () => {
    const before = height
    height = found('[data-gw="card"]').getBoundingClientRect().height
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(height).toBe(before)
  }, 5000)
}

function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))
  })
}

function found(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector)
  if (element) return element
  throw new Error(`There is no ${selector}.`)
}

describe.each([320, 1280])('at %i px', (width) => {
  it.each(['flows/forgot-password/Calimatic', 'flows/email-sign-in/EdgebaseLink'])(
    'UX-35: nothing moves when a field of %s is refused',
    async (id) => {
      await show(exhibitOf(id), { ...LIGHT, width })
      await settled()
      const moved = await movedDuring(async () => {
        found('form [type="submit"]').click()
        await vi.waitFor(() => expect(found('[data-gw="error"]').textContent).not.toBe(''))
      })
      expect(moved).toEqual([])
    },
  )

  it('UX-35: the words of a button stay where they are when it begins to turn', async () => {
    const exhibit = exhibitOf('primitives/spinner/InAButton')
    await show(exhibit, { ...LIGHT, width })
    const moved = await movedDuring(async () => {
      await show(exhibit, { ...LIGHT, width })
      await vi.waitFor(() => found('[data-gw="spinner"][data-shown]'))
    })
    expect(moved).toEqual([])
  })

  it('would see something that moves', async () => {
    await show(exhibitOf('flows/forgot-password/Calimatic'), { ...LIGHT, width })
    await vi.waitFor(() => found('form'))
    const moved = await movedDuring(async () => {
      found('form').insertAdjacentHTML('afterbegin', '<p>A sentence from nowhere.</p>')
    })
    expect(moved).not.toEqual([])
  })
})

/** Shows the page as this medium, or to somebody who has asked for this, until the work is done. */
async function emulating(media: object, look: () => Promise<void>): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', media)
  try {
    await look()
  } finally {
    await cdp().send('Emulation.setEmulatedMedia', { media: '', features: [] })
  }
}

function isShown(selector: string): boolean {
  const element = document.querySelector(selector)
  return element !== null && element.getClientRects().length > 0
}

describe('a sheet of backup codes', () => {
  it('A11Y-33: is printed alone, in black on white, with its site and date', async () => {
    const exhibit = exhibitOf('flows/mfa-enrolment/CodesThatAreNotSaved')
    await exhibit.story.extend({ globals: { ...LIGHT, theme: 'dark' } }).run()
    expect(isShown('[data-gw="sheet-title"]')).toBe(false)
    document.body.insertAdjacentHTML('beforeend', '<footer>Terms of the app</footer>')
    await emulating({ media: 'print' }, async () => {
      expect(document.body.innerText.trim().split(/\s*\n\s*/)).toEqual([
        'Backup codes for localhost',
        expect.stringMatching(/^\w+ \d+, 20\d\d$/),
        ...Array.from({ length: 10 }, () => expect.stringMatching(/^[\w-]+$/)),
      ])
      const { color, backgroundColor } = getComputedStyle(found('[data-gw="code-list"]'))
      expect([color, backgroundColor]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    })
    expect(isShown('footer')).toBe(true)
    found('footer').remove()
  })
})

describe('for those who ask for more contrast', () => {
  const ASKED = { features: [{ name: 'prefers-contrast', value: 'more' }] }

  it.each(['default', 'soft'])(
    'A11Y-24: %s draws its lines like text, and thicker',
    async (look) => {
      await show(exhibitOf('flows/sign-in/Calimatic'), { ...LIGHT, width: 1280 })
      document.documentElement.dataset['gwTheme'] = look
      const field = await vi.waitFor(() => found('input'))
      const before = getComputedStyle(field).borderTopWidth
      await emulating(ASKED, async () => {
        const style = getComputedStyle(field)
        expect(Number.parseFloat(style.borderTopWidth)).toBeGreaterThan(Number.parseFloat(before))
        await vi.waitFor(() => expect(style.borderTopColor).toBe(style.color))
      })
    },
  )
})
