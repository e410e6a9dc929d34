import type { Operation } from '../../errors/operation.js'
import type { Account, AccountChanges, FakeAccount } from './accounts.js'
import { answer } from './answer.js'
import type { CaptchaRule } from './captcha.js'
import type { ClockOptions, FakeClock } from './clock.js'
import { delay } from './delay.js'
import type { Dialect, WireRow } from './dialect.js'
import { createForced, type Fault, type ForceOptions } from './forced.js'
import type { Mail } from './outbox.js'
import { DEFAULT_POLICY, type Policy } from './policy.js'
import { findRoute, responseOf } from './routing.js'
import { totpCode } from './totp.js'
import { createWorld } from './world.js'

/** What a fake server starts with; policy fields replace the dialect's own. */
export interface FakeAuthServerOptions extends Partial<Policy> {
  /** How the server talks, for example `authSvcDialect()`. */
  dialect: Dialect
  accounts?: readonly FakeAccount[]
  /** The path in front of the backend's routes, as in the backend's `baseUrl`. Default ''. */
  basePath?: string
  /** Default 'never'. */
  captcha?: CaptchaRule
  captchaSiteKey?: string
  clock?: ClockOptions
  /** Real milliseconds before each answer, for stories. Default 0. */
  latency?: number
}

/** One request the server has met. Holds no body, query, header or token. */
export interface LoggedRequest {
  /** Null when no route fits. */
  operation: Operation | null
  method: string
  path: string
  /** Null when the request was made to fail or never to be answered. */
  status: number | null
}

/** An auth server in memory that speaks one backend's dialect. Deterministic: no randomness, its own clock. */
export interface FakeAuthServer {
  /** Answers a request; takes what the platform's `fetch` takes. */
  fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>
  clock: FakeClock
  /** Every mail sent so far, oldest first. */
  outbox: readonly Mail[]
  /** Every request met so far, oldest first. */
  requests: readonly LoggedRequest[]
  /** A fresh captcha token, as a widget would hand out: good once, for five minutes. */
  solveCaptcha: () => string
  /** The code the account's authenticator app shows now; counts an enrolment that is not confirmed yet. */
  currentCode: (email: string) => string
  /** Lets the next requests of an operation get this answer. Returns the undo. */
  force: (operation: Operation, wire: WireRow | Fault, options?: ForceOptions) => () => void
  addAccount: (account: FakeAccount) => void
  /** Changes an account behind its owner's back, as an administrator would. */
  editAccount: (email: string, changes: AccountChanges) => void
  /** Ends every session of an account, as an administrator would. */
  endSessions: (email: string) => void
  /** Follows the link of a verification mail on a page of the server's own. */
  followLink: (mail: Mail) => void
}

/**
 * Makes a fake auth server.
 *
 * @throws when no dialect is given, or an account holds a TOTP secret that is not base32.
 */
export function createFakeAuthServer(options: FakeAuthServerOptions): FakeAuthServer {
  const { dialect, accounts = [], basePath = '', latency = 0, captcha = 'never' } = options
  requireDialect(dialect)
  const policy: Policy = { ...DEFAULT_POLICY, ...dialect.policy, ...policyIn(options) }
  const world = createWorld({
    policy,
    captcha,
    captchaSiteKey: options.captchaSiteKey ?? 'fake-site-key',
    clock: options.clock ?? {},
  })
  for (const account of accounts) world.accounts.add(account, world.clock.now())
  const forced = createForced()
  const requests: LoggedRequest[] = []

  const respond = async (request: Request, signal: AbortSignal | null): Promise<Response> => {
    if (latency > 0) await delay(latency, signal)
    const { pathname } = new URL(request.url)
    const match = findRoute(dialect, basePath.replace(/\/+$/, ''), request.method, pathname)
    const operation = match?.route.operation ?? null
    const wire = operation ? forced.take(operation) : null
    const entry: LoggedRequest = { operation, method: request.method, path: pathname, status: null }
    requests.push(entry)
    if (wire === 'offline') throw new TypeError('Failed to fetch')
    if (wire === 'timeout') await delay(Number.POSITIVE_INFINITY, signal)
    const reply = await answer(
      world,
      dialect,
      request,
      match,
      typeof wire === 'string' ? null : wire,
    )
    entry.status = reply.status
    return responseOf(reply)
  }

  const accountOf = (email: string): Account => {
    const account = world.accounts.byEmail(email)
    if (account) return account
    throw new Error(
      `Gatewright: the fake server has no account ${email}. ` +
        'Give it one in createFakeAuthServer({ accounts }) or with addAccount().',
    )
  }

  return {
    fetch: (input, init) => {
      const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
      return respond(requestOf(input, init), signal)
    },
    clock: world.clock,
    outbox: world.outbox.mails,
    requests,
    solveCaptcha: world.captcha.solve,
    currentCode: (email) => {
      const { totp } = accountOf(email)
      if (totp) return totpCode(totp.secret, world.clock.now())
      throw new Error(
        `Gatewright: the account ${email} has no authenticator app. ` +
          'Give it one with factors: { totp: <base32 secret> }, or enrol it first.',
      )
    },
    force: forced.add,
    addAccount: (account) => void world.accounts.add(account, world.clock.now()),
    editAccount: (email, changes) =>
      world.accounts.edit(accountOf(email), changes, world.clock.now()),
    endSessions: (email) => world.sessions.endAll(accountOf(email).id),
    followLink: ({ kind, token, to }) => {
      if (kind === 'email_code' || kind === 'sms_code') {
        throw new Error(
          'Gatewright: followLink() was given a message that holds a code and no link. ' +
            'Type its token where the code is asked for, or pass a mail of another kind.',
        )
      }
      world.outbox.redeem(kind, token)
      if (kind === 'verify_email') accountOf(to).emailVerified = true
    },
  }
}

/** The signal is kept apart from the request: jsdom's is none of Node's. */
function requestOf(input: Request | URL | string, init: RequestInit = {}): Request {
  const { signal: _, ...rest } = init
  const address = input instanceof Request ? input : new URL(input, 'http://localhost')
  return new Request(address, rest)
}

function policyIn(options: FakeAuthServerOptions): Partial<Policy> {
  const names = Object.keys(DEFAULT_POLICY) as (keyof Policy)[]
  return Object.fromEntries(
    names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]),
  )
}

function requireDialect(dialect: unknown): void {
  if (typeof dialect === 'object' && dialect !== null && 'routes' in dialect) return
  throw new Error(
    'Gatewright: createFakeAuthServer({ dialect }) needs a dialect. ' +
      'Pass for example createFakeAuthServer({ dialect: authSvcDialect() }).',
  )
}
