import { render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { CaptchaOptions, CaptchaProvider } from '../../src/captcha/captcha-provider.js'
import { CaptchaHost } from '../../src/primitives/index.js'
import type { CaptchaHostProps } from '../../src/primitives/index.js'

/** A captcha that draws one button and keeps a record of what was asked of it. */
function buttonCaptcha() {
  const mounts: { options: CaptchaOptions; resets: number; disposed: number }[] = []
  const provider: CaptchaProvider = {
    id: 'button',
    mount(host, options) {
      const record = { options, resets: 0, disposed: 0 }
      mounts.push(record)
      const button = document.createElement('button')
      button.textContent = `${options.siteKey} ${options.language}`
      host.append(button)
      return {
        reset: () => void (record.resets += 1),
        dispose: () => void (record.disposed += 1),
      }
    },
  }
  return { provider, mounts }
}

const HANDLERS = { onToken: vi.fn(), onExpire: vi.fn(), onError: vi.fn() }

function host(provider: CaptchaProvider, props: Partial<CaptchaHostProps> = {}) {
  return (
    <StrictMode>
      <CaptchaHost
        provider={provider}
        siteKey="key"
        language="en"
        label="Security check"
        {...HANDLERS}
        {...props}
      />
    </StrictMode>
  )
}

describe('CaptchaHost', () => {
  it('A11Y-15: names the check', () => {
    render(host(buttonCaptcha().provider))
    expect(screen.getByRole('group', { name: 'Security check' })).toContainElement(
      screen.getByRole('button', { name: 'key en' }),
    )
  })

  it('shows one widget in StrictMode and disposes of every mount', () => {
    const { provider, mounts } = buttonCaptcha()
    const { unmount } = render(host(provider))
    expect(screen.getAllByRole('button')).toHaveLength(1)
    unmount()
    expect(mounts.map(({ disposed }) => disposed)).toEqual(mounts.map(() => 1))
  })

  it('REL-40: asks for a new solution on demand, in the same widget', () => {
    const { provider, mounts } = buttonCaptcha()
    const { rerender } = render(host(provider))
    const before = mounts.length
    rerender(host(provider, { resetCount: 1 }))
    rerender(host(provider, { resetCount: 1 }))
    expect(mounts).toHaveLength(before)
    expect(mounts.at(-1)?.resets).toBe(1)
  })

  it('tells the newest handlers, without mounting again for them', () => {
    const { provider, mounts } = buttonCaptcha()
    const { rerender } = render(host(provider))
    const before = mounts.length
    const onToken = vi.fn()
    rerender(host(provider, { onToken }))
    mounts.at(-1)?.options.onToken('token')
    expect(onToken).toHaveBeenCalledExactlyOnceWith('token')
    expect(mounts).toHaveLength(before)
  })

  it('mounts again for another language', () => {
    const { provider } = buttonCaptcha()
    const { rerender } = render(host(provider))
    rerender(host(provider, { language: 'de' }))
    expect(screen.getByRole('button')).toHaveAccessibleName('key de')
  })

  it('REL-40: hears nothing from a widget that is gone', () => {
    const { provider, mounts } = buttonCaptcha()
    const handlers = { onToken: vi.fn(), onExpire: vi.fn(), onError: vi.fn() }
    const { unmount } = render(host(provider, handlers))
    unmount()
    for (const { options } of mounts) {
      options.onToken('late')
      options.onExpire()
      options.onError(new Error('late'))
    }
    for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled()
  })

  it('SEC-30: reports a provider that cannot start instead of taking the form down', () => {
    const onError = vi.fn()
    const broken: CaptchaProvider = {
      id: 'broken',
      mount() {
        throw new Error('blocked by the page')
      },
    }
    render(host(broken, { onError }))
    expect(onError).toHaveBeenCalledWith(new Error('blocked by the page'))
  })
})
