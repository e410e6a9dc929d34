'use client'
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { localFailure } from '../client/local-failure.js'
import type { AuthCode } from '../errors/catalogue.js'
import { firstCall, type Operation } from '../errors/operation.js'
import { toUiState } from '../ui-state/to-ui-state.js'
import type { UiState } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import {
  claimLink,
  forgetLink,
  onLinkForgotten,
  type ClaimedLink,
  type LinkPurpose,
} from './link-token.js'

/** The token of a mailed link, as far as the page has one that may be used. */
export interface LinkToken {
  /** `spent`: it was there and is of no more use. `unknown`: in server markup, until that has come to life. */
  status: ClaimedLink['status'] | 'spent' | 'unknown'
  token: string | null
  /** What there is to say where the link cannot work; null where it may. */
  problem: UiState | null
  /** To be called once the token is spent or refused. A token that the app gave is the app's to forget. */
  forget: () => void
}

interface Problem {
  code: AuthCode
  reason?: 'malformed' | 'used'
}

/** How each fault of a link reads. */
const PROBLEMS: Record<
  LinkPurpose,
  { operation: Operation } & Record<'absent' | 'refused' | 'spent', Problem>
> = {
  reset_password: {
    operation: 'password_reset',
    absent: { code: 'reset_link_malformed' },
    refused: { code: 'reset_link_invalid' },
    spent: { code: 'reset_link_used' },
  },
  verify_email: {
    operation: 'email_verify',
    absent: { code: 'verification_link_malformed' },
    refused: { code: 'verification_link_invalid' },
    spent: { code: 'verification_link_used' },
  },
  magic_link: {
    operation: 'sign_in',
    absent: { code: 'magic_link_invalid', reason: 'malformed' },
    refused: { code: 'magic_link_invalid' },
    spent: { code: 'magic_link_invalid', reason: 'used' },
  },
}

const UNKNOWN = { status: 'unknown', token: null } as const
const SPENT = { status: 'spent', token: null } as const

/** The token of the mailed link that led here: the one given, else the one the page's address came with. */
export function useLinkToken(purpose: LinkPurpose, given?: string): LinkToken {
  const { client, now } = useAuthSettings('useLinkToken')
  // While rendering, because an effect runs after those of the children: the address must be clean before them.
  if (typeof window !== 'undefined') claimLink(purpose)
  const claimed = useSyncExternalStore<ClaimedLink | typeof UNKNOWN>(
    onLinkForgotten,
    () => claimLink(purpose),
    () => UNKNOWN,
  )
  const [isSpent, setIsSpent] = useState(false)
  const { status, token } = given
    ? ({ status: 'present', token: given } as const)
    : claimed.status === 'absent' && isSpent
      ? SPENT
      : claimed
  const problem = useMemo(() => {
    if (status === 'present' || status === 'unknown') return null
    const { operation, [status]: fault } = PROBLEMS[purpose]
    const { code, ...facts } = fault
    const context = firstCall(operation)
    return toUiState(localFailure(code, client.backend.id, context, now(), facts))
  }, [client, now, purpose, status])
  const forget = useCallback(() => {
    if (given) return
    forgetLink(purpose)
    setIsSpent(true)
  }, [given, purpose])
  return { status, token, problem, forget }
}
