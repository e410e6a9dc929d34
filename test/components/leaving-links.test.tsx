import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { render, screen, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { localFailure } from '../../src/client/local-failure.js'
import { firstCall } from '../../src/errors/operation.js'
import { AuthProvider, SignIn, UiStateView, type AuthLinks } from '../../src/index.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import { connect, FIVE_BACKENDS } from '../client/five-backends.js'

const { client } = connect(FIVE_BACKENDS[1]!)

const outage = (statusUrl: string) =>
  toUiState(
    localFailure('service_unavailable', 'authos', firstCall('sign_in'), Date.now(), { statusUrl }),
  )

const pageWith = (links: AuthLinks, statusUrl = 'https://status.vendor.example/now') => (
  <AuthProvider client={client} links={links}>
    <SignIn />
    <UiStateView state={outage(statusUrl)} />
  </AuthProvider>
)

describe('a link that leaves the site', () => {
  it('SEC-46: names the other site and takes nothing there, whoever named the place', () => {
    render(pageWith({ signUp: 'https://id.vendor.example/join', resetPassword: '//id.example/r' }))
    const leaving = {
      'Check status (status.vendor.example)': 'https://status.vendor.example/now',
      'Sign up (id.vendor.example)': 'https://id.vendor.example/join',
      'Forgot your password? (id.example)': '//id.example/r',
    }
    for (const [name, href] of Object.entries(leaving)) {
      const link = screen.getByRole('link', { name })
      expect(link).toHaveAttribute('href', href)
      expect(link).toHaveAttribute('rel', 'noopener noreferrer')
      expect(link).not.toHaveAttribute('target')
    }
  })

  it('SEC-46: shows a name that imitates another in the form that gives it away', () => {
    render(pageWith({}, 'https://exаmple.com@user.еxample:8443/'))
    const link = screen.getByRole('link', { name: /^Check status/ })
    expect(link).toHaveAccessibleName('Check status (user.xn--xample-2of:8443)')
  })

  it('says nothing of the kind of places on the same site, or in a mail program', () => {
    render(
      pageWith({
        signUp: '/sign-up',
        resetPassword: `${window.location.origin}/reset`,
        support: 'mailto:help@example.com',
      }),
    )
    expect(screen.getByRole('link', { name: 'Sign up' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Forgot your password?' })).toBeVisible()
  })

  it('follows a base that points elsewhere, as the browser does', () => {
    const base = document.createElement('base')
    base.href = 'https://cdn.example/app/'
    document.head.append(base)
    try {
      render(pageWith({ signUp: 'sign-up' }))
      expect(screen.getByRole('link', { name: 'Sign up (cdn.example)' })).toBeVisible()
    } finally {
      base.remove()
    }
  })

  it('is the same on the server, which does not know where the page is', () => {
    const page = pageWith({ signUp: `${window.location.origin}/sign-up` })
    const container = document.createElement('div')
    container.innerHTML = renderToString(page)
    document.body.append(container)
    expect(within(container).getByRole('link', { name: 'Check status' })).toHaveAttribute('rel')
    const faults: unknown[] = []
    render(page, { container, hydrate: true, onRecoverableError: (error) => faults.push(error) })
    expect(faults).toEqual([])
    expect(within(container).getByRole('link', { name: 'Sign up' })).toBeVisible()
    within(container).getByRole('link', { name: 'Check status (status.vendor.example)' })
  })

  it('is made in one place, but for the way out of a frame and the way to a field in error', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    const making = files.filter(
      (file) => file.endsWith('.tsx') && /<a[\s>]/.test(readFileSync(join('src', file), 'utf8')),
    )
    expect(making.toSorted()).toEqual([
      'components/frame-guard.tsx',
      'components/parts/error-summary.tsx',
      'components/parts/place-link.tsx',
    ])
  })
})
