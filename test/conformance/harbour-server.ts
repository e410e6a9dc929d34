/** Somebody with an account at Harbour. */
interface Member {
  ref: string
  mail: string
  secret: string
  display: string
  confirmed: boolean
  /** The code that their app shows; null without a second factor. */
  code: string | null
}

interface Wire {
  status: number
  body?: unknown
}

const TRIES = 3
const LOCK_SECONDS = 90

const problem = (status: number, name: string, more: object = {}): Wire => ({
  status,
  body: { problem: name, text: `Harbour says: ${name}.`, trace: 'h-81', ...more },
})

/** Harbour's own server, small: passwords, a lock, a second factor, tickets that are renewed, devices. */
export function harbourServer() {
  const members = new Map<string, Member>()
  const tries = new Map<string, number>()
  const handles = new Map<string, Member>()
  const tickets = new Map<string, Member>()
  let issued = 0
  const fresh = (kind: string) => `${kind}-0000000000000000-${(issued += 1)}`

  function ticketFor(member: Member): Wire {
    const ticket = fresh('ticket')
    const renewal = fresh('renewal')
    tickets.set(ticket, member)
    tickets.set(renewal, member)
    return { status: 201, body: { ticket, renewal, ttl: 600, member: shown(member) } }
  }

  const routes: Record<string, (sent: Record<string, string>, bearer: string) => Wire> = {
    'POST /tickets': ({ mail = '', secret }) => {
      const failed = tries.get(mail) ?? 0
      if (failed >= TRIES) return problem(423, 'too-many-tries', { wait: LOCK_SECONDS })
      const member = members.get(mail)
      if (member?.secret !== secret || !member) {
        tries.set(mail, failed + 1)
        return problem(401, 'login-failed')
      }
      if (!member.confirmed) return problem(403, 'mail-unconfirmed')
      if (member.code === null) return ticketFor(member)
      const handle = fresh('handle')
      handles.set(handle, member)
      return { status: 202, body: { next: 'one-time-code', handle, via: ['app'] } }
    },
    'POST /tickets/second-step': ({ handle = '', code }) => {
      const member = handles.get(handle)
      if (!member) return problem(410, 'handle-stale')
      return member.code === code ? ticketFor(member) : problem(400, 'code-wrong')
    },
    'POST /tickets/renew': ({ renewal = '' }) => {
      const member = tickets.get(renewal)
      tickets.delete(renewal)
      return member ? ticketFor(member) : { status: 419 }
    },
    'DELETE /tickets/current': (_, bearer) => ({ status: tickets.delete(bearer) ? 204 : 401 }),
    'POST /members': ({ mail = '', secret = '', display = '' }) => {
      if (members.has(mail)) return problem(409, 'mail-taken')
      if (secret.length < 8) {
        const violations = [{ field: 'password', message: 'Eight signs at least.' }]
        return problem(422, 'form-faulty', { violations })
      }
      return { status: 201, body: { member: shown(join({ mail, secret, display })) } }
    },
    'POST /secrets/forgotten': () => ({ status: 202 }),
    'GET /devices': (_, bearer) =>
      tickets.has(bearer)
        ? { status: 200, body: [{ ref: 'd/1', agent: 'Firefox', here: true }] }
        : problem(401, 'ticket-stale'),
    'DELETE /devices/d%2F1': () => ({ status: 204 }),
  }

  function join(some: Partial<Member> & Pick<Member, 'mail'>): Member {
    const usual = { secret: '', display: '', confirmed: false, code: null }
    const member = { ref: `m-${members.size + 1}`, ...usual, ...some }
    members.set(member.mail, member)
    return member
  }

  return {
    join,
    /** Ends every ticket, as a restart does. */
    forgetTickets: () => tickets.clear(),
    fetch: async (
      input: RequestInfo | URL,
      { method = 'GET', body, headers }: RequestInit = {},
    ) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input)
      const answer = routes[`${method} ${pathname.replace('/v2', '')}`]
      const sent = JSON.parse(typeof body === 'string' ? body : '{}') as Record<string, string>
      const bearer = new Headers(headers).get('authorization')?.replace('Bearer ', '') ?? ''
      const { status, body: said } = answer?.(sent, bearer) ?? { status: 404 }
      await Promise.resolve()
      return new Response(said === undefined ? null : JSON.stringify(said), { status })
    },
  }
}

function shown({ ref, mail, display, confirmed }: Member) {
  return { ref, mail, display, confirmed }
}
