import type { Account } from './accounts.js'
import type { FakeClock } from './clock.js'
import type { Counter } from './counter.js'
import { unsignedJwt } from './jwt.js'
import type { Policy } from './policy.js'
import { refuse } from './refused.js'

/** What a signed-in client gets. */
export interface Grant {
  account: Account
  sessionId: string
  accessToken: string
  refreshToken: string
  expiresInSeconds: number
  /** Epoch milliseconds. */
  expiresAt: number
}

export interface Session {
  readonly id: string
  readonly accountId: string
  readonly userAgent: string
  readonly createdAt: number
  lastActiveAt: number
  ended: boolean
  accessToken: string
  accessExpiresAt: number
  refreshToken: string
  previousRefreshToken: string | null
  rotatedAt: number
}

export interface Sessions {
  open: (account: Account, userAgent: string) => Grant
  /** The session an access token belongs to; refuses a token that is missing, unknown, expired or revoked. */
  byAccessToken: (token: string) => Session
  /** The live session a refresh token belongs to, without rotating it; null when there is none. */
  byRefreshToken: (token: string) => Session | null
  /** Trades a refresh token for a new pair; refuses it as the policy's reuse rule says. */
  rotate: (token: string, accountOf: (session: Session) => Account) => Grant
  byId: (id: string) => Session | undefined
  liveOf: (accountId: string) => Session[]
  end: (session: Session) => void
  endAll: (accountId: string) => void
}

interface Issued {
  sessionId: string
  expiresAt: number
}

export function createSessions(counter: Counter, clock: FakeClock, policy: Policy): Sessions {
  const sessions = new Map<string, Session>()
  const accessTokens = new Map<string, Issued>()
  const refreshTokens = new Map<string, Issued>()

  const issuePair = (session: Session, account: Account): Grant => {
    const now = clock.now()
    session.accessExpiresAt = now + policy.accessTokenSeconds * 1000
    session.accessToken = unsignedJwt({
      sub: account.id,
      email: account.email,
      sid: session.id,
      jti: counter.next('at'),
      iat: Math.floor(now / 1000),
      exp: Math.floor(session.accessExpiresAt / 1000),
    })
    session.refreshToken = counter.next(`rt_${session.id}`)
    session.lastActiveAt = now
    accessTokens.set(session.accessToken, {
      sessionId: session.id,
      expiresAt: session.accessExpiresAt,
    })
    refreshTokens.set(session.refreshToken, {
      sessionId: session.id,
      expiresAt: now + policy.refreshTokenSeconds * 1000,
    })
    return grantOf(session, account, policy.accessTokenSeconds)
  }

  const liveOf = (accountId: string): Session[] =>
    [...sessions.values()].filter((session) => session.accountId === accountId && !session.ended)

  const end = (session: Session): void => {
    session.ended = true
  }
  const endAll = (accountId: string): void => liveOf(accountId).forEach(end)

  const refuseReuse = (session: Session, token: string): never => {
    const { recognises, ends } = policy.reuse
    if (recognises === 'previous' && token !== session.previousRefreshToken) {
      refuse('refresh_token', { reason: 'invalid' })
    }
    if (ends === 'session') end(session)
    if (ends === 'all_sessions') endAll(session.accountId)
    return refuse('refresh_token', { reason: 'reused' })
  }

  return {
    open: (account, userAgent) => {
      const now = clock.now()
      const session: Session = {
        id: counter.uuid(),
        accountId: account.id,
        userAgent,
        createdAt: now,
        lastActiveAt: now,
        ended: false,
        accessToken: '',
        accessExpiresAt: 0,
        refreshToken: '',
        previousRefreshToken: null,
        rotatedAt: now,
      }
      sessions.set(session.id, session)
      return issuePair(session, account)
    },
    byAccessToken: (token) => {
      if (token === '') refuse('access_token', { reason: 'missing' })
      const issued = accessTokens.get(token)
      const session = sessions.get(issued?.sessionId ?? '')
      if (!issued || !session) return refuse('access_token', { reason: 'invalid' })
      if (clock.now() >= issued.expiresAt) refuse('access_token', { reason: 'expired' })
      if (session.ended && !policy.statelessAccessTokens) {
        refuse('access_token', { reason: 'revoked' })
      }
      session.lastActiveAt = clock.now()
      return session
    },
    byRefreshToken: (token) => {
      const session = sessions.get(refreshTokens.get(token)?.sessionId ?? '')
      return session && !session.ended && session.refreshToken === token ? session : null
    },
    rotate: (token, accountOf) => {
      if (token === '') refuse('refresh_token', { reason: 'missing' })
      const issued = refreshTokens.get(token)
      const session = sessions.get(issued?.sessionId ?? '')
      if (!issued || !session) return refuse('refresh_token', { reason: 'invalid' })
      if (clock.now() >= issued.expiresAt) refuse('refresh_token', { reason: 'expired' })
      if (session.ended) refuse('refresh_token', { reason: 'revoked' })
      const account = accountOf(session)
      if (token === session.refreshToken) {
        session.previousRefreshToken = token
        session.rotatedAt = clock.now()
        return issuePair(session, account)
      }
      const sinceRotation = (clock.now() - session.rotatedAt) / 1000
      const { graceSeconds } = policy.reuse
      const inGrace = token === session.previousRefreshToken && sinceRotation < graceSeconds
      if (!inGrace) return refuseReuse(session, token)
      return grantOf(session, account, Math.ceil((session.accessExpiresAt - clock.now()) / 1000))
    },
    byId: (id) => sessions.get(id),
    liveOf,
    end,
    endAll,
  }
}

function grantOf(session: Session, account: Account, expiresInSeconds: number): Grant {
  return {
    account,
    sessionId: session.id,
    accessToken: session.accessToken,
    refreshToken: session.refreshToken,
    expiresInSeconds,
    expiresAt: session.accessExpiresAt,
  }
}
