import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { CaptchaOptions, CaptchaProvider } from '../../src/captcha/captcha-provider.js'
import { useCaptcha } from '../../src/hooks/use-captcha.js'
import { AuthProvider } from '../../src/index.js'
import { CaptchaHost } from '../../src/primitives/index.js'
import { connect, FIVE_BACKENDS } from '../client/five-backends.js'

const { client } = connect(FIVE_BACKENDS[0]!)
const onToken = vi.fn()

function OwnScreen() {
  const { status, error, hostProps, reset } = useCaptcha({
    challenge: { siteKey: 'key', action: 'login' },
    onToken,
  })
  return (
    <>
      {hostProps && <CaptchaHost {...hostProps} />}
      <output>{`${status} ${error instanceof Error ? error.message : ''}`.trim()}</output>
      <button type="button" onClick={reset}>
        Again
      </button>
    </>
  )
}

function renderOwnScreen(captcha?: CaptchaProvider) {
  render(
    <StrictMode>
      <AuthProvider client={client} {...(captcha && { captcha })}>
        <OwnScreen />
      </AuthProvider>
    </StrictMode>,
  )
  return userEvent.setup()
}

const said = () => screen.getByRole('status').textContent

describe('useCaptcha', () => {
  it('says that the app has no captcha', () => {
    renderOwnScreen()
    expect(said()).toBe('absent')
    expect(screen.queryByRole('group')).toBeNull()
  })

  it('SEC-30: tells an own screen why the check could not start, and starts it again', async () => {
    let blocked = true
    const mount = vi.fn((_: HTMLElement, options: CaptchaOptions) => {
      if (blocked) throw new Error('blocked by the page')
      options.onToken('token')
      return { reset: vi.fn(), dispose: vi.fn() }
    })
    const user = renderOwnScreen({ id: 'own', mount })
    expect(said()).toBe('failed blocked by the page')
    expect(onToken).not.toHaveBeenCalled()

    blocked = false
    await user.click(screen.getByRole('button', { name: 'Again' }))
    await waitFor(() => expect(said()).toBe('solved'))
    expect(onToken).toHaveBeenCalledExactlyOnceWith('token')
    expect(mount.mock.lastCall?.[1]).toMatchObject({
      siteKey: 'key',
      action: 'login',
      language: 'en',
      labels: { confirm: "I'm not a robot" },
    })
  })

  it('REL-40: says that a token has expired, and asks for another in the same widget', async () => {
    const reset = vi.fn()
    const mounts: CaptchaOptions[] = []
    const user = renderOwnScreen({
      id: 'own',
      mount(_, options) {
        mounts.push(options)
        return { reset, dispose: vi.fn() }
      },
    })
    const mounted = mounts.length
    mounts.at(-1)?.onExpire()
    await waitFor(() => expect(said()).toBe('expired'))
    await user.click(screen.getByRole('button', { name: 'Again' }))
    expect(said()).toBe('shown')
    expect(reset).toHaveBeenCalledOnce()
    expect(mounts).toHaveLength(mounted)
  })
})
