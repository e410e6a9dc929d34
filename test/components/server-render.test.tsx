// @vitest-environment node
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { AuthProvider, MfaChallenge, SignIn, UiStateView } from '../../src/index.js'
import { localFailure } from '../../src/client/local-failure.js'
import { CATALOGUE, type AuthCode } from '../../src/errors/catalogue.js'
import { firstCall } from '../../src/errors/operation.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'
import { connect, FIVE_BACKENDS } from '../client/five-backends.js'

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0)

function markupOf(children: ReactNode): string {
  const { client } = connect(FIVE_BACKENDS[1]!)
  return renderToString(<AuthProvider client={client}>{children}</AuthProvider>)
}

const stateOf = (code: AuthCode) =>
  toUiState(
    localFailure(code, 'auth-svc', firstCall('sign_in'), NOW, {
      challenge: 'c',
      retryAfterSeconds: 90,
    }),
  )

describe('server markup', () => {
  it('REL-46: holds the whole form and touches no browser global', () => {
    const markup = markupOf(<SignIn />)
    expect(markup).toContain('type="password"')
    expect(markup).toContain('Sign in')
  })

  it('SEC-29: carries no style attribute and no style element, in any state', () => {
    const challenge = stateOf('mfa_required')
    if (challenge.kind !== 'mfa_required') throw new Error(challenge.kind)
    const markup = markupOf(
      <>
        <SignIn />
        <MfaChallenge challenge={challenge} />
        {(Object.keys(CATALOGUE) as AuthCode[]).map((code) => (
          <UiStateView key={code} state={stateOf(code)} />
        ))}
      </>,
    )
    expect(markup).not.toContain(' style=')
    expect(markup).not.toContain('<style')
  })
})
