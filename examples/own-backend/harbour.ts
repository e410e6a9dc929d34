import * as z from 'zod/mini'
import {
  defineBackend,
  readBody,
  type AnswerFacts,
  type OfferedFactor,
} from '../../src/client/index.js'

/** `{ problem, text, trace, wait, violations }`: every refusal of Harbour's looks like this. */
const Problem = z.object({
  problem: z.string(),
  text: z.optional(z.string()),
  trace: z.optional(z.string()),
  wait: z.optional(z.number()),
  violations: z.optional(z.unknown()),
})

/** 202: the password was right, and a code is asked for. */
const SecondStep = z.object({
  next: z.literal('one-time-code'),
  handle: z.string(),
  via: z.array(z.string()),
})

const Member = z.object({
  ref: z.string(),
  mail: z.string(),
  display: z.nullish(z.string()),
  confirmed: z.optional(z.boolean()),
})

const Ticket = z.object({
  ticket: z.string(),
  renewal: z.string(),
  ttl: z.number(),
  member: z.optional(Member),
})

const Devices = z.array(
  z.object({ ref: z.string(), agent: z.nullish(z.string()), here: z.boolean() }),
)

const FACTORS = new Map<string, OfferedFactor>([
  ['app', { kind: 'totp' }],
  ['text', { kind: 'sms' }],
])

function memberOf({ ref, mail, display, confirmed }: z.infer<typeof Member>) {
  return { id: ref, email: mail, name: display, emailVerified: confirmed }
}

/** Harbour, an auth server like one that a company has written for itself. */
export const harbour = defineBackend({
  id: 'harbour',
  session: 'token',

  // Its words, and what they mean. A code that is not in the catalogue does not compile.
  codes: {
    'login-failed': 'invalid_credentials',
    'member-suspended': 'account_suspended',
    'mail-unconfirmed': 'email_unverified',
    'too-many-tries': 'account_locked',
    'slow-down': 'rate_limited',
    'code-wrong': 'code_invalid',
    'handle-stale': 'flow_expired',
    'form-faulty': 'validation_failed',
    'ticket-stale': 'token_expired',
    'renewal-stale': 'session_expired',
    'mail-link-stale': 'reset_link_invalid',
  },
  codesByOperation: { sign_up: { 'mail-taken': 'account_exists' } },
  // The gateway in front of it answers without a body.
  statuses: { 419: 'session_expired', 530: 'service_unavailable' },
  // It looks at the password first.
  provedAtSignIn: ['account_suspended', 'email_unverified'],

  readError: readBody(Problem, ({ problem, text, trace, wait, violations }) => ({
    code: problem,
    message: text,
    requestId: trace,
    retryAfterSeconds: wait,
    fields: violations,
  })),
  readChallenge: readBody(SecondStep, ({ handle, via }, { at }: AnswerFacts) => ({
    is: 'mfa_required' as const,
    data: {
      challenge: handle,
      factors: via.flatMap((way) => FACTORS.get(way) ?? []),
      expiresAt: at + 5 * 60_000,
    },
  })),
  readSession: readBody(Ticket, ({ ticket, renewal, ttl, member }) => ({
    accessToken: ticket,
    refreshToken: renewal,
    expiresInSeconds: ttl,
    user: member && memberOf(member),
  })),
  readNewAccount: readBody(z.object({ member: Member }), ({ member }) => memberOf(member)),

  // Its requests. What it cannot do is left out.
  endpoints: {
    signIn: {
      route: 'POST /tickets',
      body: ({ email, password }) => ({ mail: email, secret: password }),
    },
    verifyMfa: {
      route: 'POST /tickets/second-step',
      body: ({ challenge, code }) => ({ handle: challenge, code }),
    },
    refresh: {
      route: 'POST /tickets/renew',
      body: ({ refreshToken }) => ({ renewal: refreshToken }),
    },
    signOut: { route: 'DELETE /tickets/current', bearer: true },
    signUp: {
      route: 'POST /members',
      body: ({ email, password, name }) => ({ mail: email, secret: password, display: name }),
      takes: ['name'],
    },
    resendVerification: { route: 'POST /members/mail', body: ({ email }) => ({ mail: email }) },
    requestPasswordReset: {
      route: 'POST /secrets/forgotten',
      body: ({ email }) => ({ mail: email }),
    },
    resetPassword: {
      route: 'POST /secrets',
      body: ({ token, newPassword }) => ({ token, secret: newPassword }),
    },
    listSessions: {
      route: 'GET /devices',
      bearer: true,
      result: readBody(Devices, (devices) => ({
        sessions: devices.map(({ ref, agent, here }) => ({
          id: ref,
          current: here,
          userAgent: agent ?? null,
          ipAddress: null,
          createdAt: null,
          lastActiveAt: null,
        })),
      })),
    },
    revokeSession: { route: 'DELETE /devices/:id', bearer: true },
  },
})
