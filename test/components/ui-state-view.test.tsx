import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { AuthProvider, UiStateView, type AuthCode, type StateHandlers } from '../../src/index.js'
import { localFailure } from '../../src/client/local-failure.js'
import { CATALOGUE } from '../../src/errors/catalogue.js'
import { firstCall } from '../../src/errors/operation.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import english from '../../locales/en.json' with { type: 'json' }
import { connect, FIVE_BACKENDS } from '../client/five-backends.js'
import { LINKS } from './render-sign-in.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)
const CODES = Object.keys(CATALOGUE) as AuthCode[]
const COPY: Record<string, { text: string }> = english.codes

/** States in which the program works or the user has stopped by choice: nothing is asked of anybody. */
const QUIET: readonly AuthCode[] = [
  'token_expired',
  'access_token_invalid',
  'silent_auth_failed',
  'access_denied',
  'request_cancelled',
]

function show(code: AuthCode, handlers?: StateHandlers, links = LINKS) {
  const { client } = connect(FIVE_BACKENDS[1]!, {}, { now: () => NOW })
  const failure = localFailure(code, 'auth-svc', firstCall('sign_in'), NOW)
  const state = toUiState({ ...failure, rawCode: 'RAW_WIRE_CODE', requestId: 'req-1' })
  return render(
    <AuthProvider client={client} links={links}>
      <UiStateView state={state} handlers={handlers} />
    </AuthProvider>,
  )
}

describe('every code of the catalogue', () => {
  it.each(CODES)('UX-16: %s says its sentence and leaves a way on', (code) => {
    const { container } = show(code)
    const { copy } = CATALOGUE[code]
    if (copy !== null) expect(container).toHaveTextContent(COPY[copy]?.text ?? '(no copy)')
    if (QUIET.includes(code)) return
    expect(container.querySelector('button, a[href], input')).not.toBeNull()
  })

  it.each(CODES)('%s leaves a way on in an app that has named no places', (code) => {
    const { container } = show(code, undefined, {})
    if (QUIET.includes(code)) return
    expect(container.querySelector('button, a[href], input')).not.toBeNull()
  })

  it.each(CODES)('UX-34: %s never shows its wire code, nor a key of the copy', (code) => {
    const { container } = show(code)
    expect(container).not.toHaveTextContent('RAW_WIRE_CODE')
    expect(container).not.toHaveTextContent(/\b(codes|titles|actions|texts|labels)\.\w/)
    expect(container).not.toHaveTextContent(/[{}]/)
  })
})

describe('a view', () => {
  it('UX-15: keeps the request id for support behind details, to be copied', async () => {
    const user = userEvent.setup()
    show('server_error')
    const details = screen.getByText('Details').closest('details')
    expect(details).not.toHaveAttribute('open')
    await user.click(screen.getByText('Details'))
    expect(screen.getByText('req-1').parentElement).toHaveTextContent('Reference: req-1')
    await user.click(screen.getByRole('button', { name: 'Copy reference' }))
    expect(await navigator.clipboard.readText()).toBe('req-1')
    expect(await screen.findByText('Reference copied.')).toBeInTheDocument()
  })

  it('UX-15: has no details where the answer named no request', () => {
    const { client } = connect(FIVE_BACKENDS[1]!, {}, { now: () => NOW })
    const failure = localFailure('server_error', 'auth-svc', firstCall('sign_in'), NOW)
    render(
      <AuthProvider client={client}>
        <UiStateView state={toUiState(failure)} />
      </AuthProvider>,
    )
    expect(screen.queryByText('Details')).toBeNull()
  })

  it.each([
    'token_expired',
    'silent_auth_failed',
    'mfa_required',
    'captcha_required',
    'step_up_required',
  ] as const)('UX-34: %s has no look and no word of an error', (code) => {
    const { container } = show(code)
    expect(container).not.toHaveTextContent(/Error:|wrong|failed|couldn't/i)
    expect(container.querySelector('[data-tone="error"]')).toBeNull()
  })

  it('A11Y-28: moves the focus to the heading of a panel', () => {
    show('account_disabled')
    expect(screen.getByRole('heading', { name: 'Account unavailable' })).toHaveFocus()
  })

  it('SEC-03: links to a server’s address only when it is http(s)', () => {
    const { client } = connect(FIVE_BACKENDS[1]!, {}, { now: () => NOW })
    const at = (url: string) =>
      toUiState(localFailure('consent_required', 'auth-svc', firstCall('sign_in'), NOW, { url }))
    for (const [url, linked] of [
      ['https://id.example/consent', true],
      ['javascript:alert(1)', false],
      ['data:text/html,x', false],
      [' java\nscript:alert(1)', false],
    ] as const) {
      const { container, unmount } = render(
        <AuthProvider client={client}>
          <UiStateView state={at(url)} />
        </AuthProvider>,
      )
      expect(container.querySelector('a') !== null).toBe(linked)
      unmount()
    }
  })

  it('SEC-01, SEC-02: shows a policy’s own words as text', () => {
    const { client } = connect(FIVE_BACKENDS[1]!, {}, { now: () => NOW })
    const description = '<img src=x onerror=alert(1)> Your contract ended.'
    const state = toUiState(
      localFailure('step_blocked', 'auth-svc', firstCall('sign_in'), NOW, { description }),
    )
    const { container } = render(
      <AuthProvider client={client}>
        <UiStateView state={state} />
      </AuthProvider>,
    )
    expect(screen.getByText(description)).toBeInTheDocument()
    expect(container.querySelector('img')).toBeNull()
  })
})
