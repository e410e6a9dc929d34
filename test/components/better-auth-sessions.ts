/** The session routes of Better Auth 1.7, for one user with three sessions, the first of them this one. */
export function betterAuthSessions({ fresh = true } = {}) {
  const user = { id: 'u1', email: 'ada@example.com', name: 'Ada', emailVerified: true }
  const requests: string[] = []
  let isFresh = fresh
  let sessions = ['secret-token-1', 'secret-token-2', 'secret-token-3'].map((token, index) => ({
    id: `s${index + 1}`,
    token,
    userAgent: `Firefox/14${index}.0 (Linux)`,
    ipAddress: '',
    createdAt: '2026-01-05T08:00:00.000Z',
    updatedAt: '2026-01-05T08:00:00.000Z',
  }))

  const ROUTES: Readonly<Record<string, (body: Record<string, string>) => Response>> = {
    '/get-session': () => Response.json({ session: sessions[0], user }),
    '/list-sessions': () =>
      isFresh
        ? Response.json(sessions)
        : Response.json(
            { code: 'SESSION_NOT_FRESH', message: 'Session is not fresh' },
            { status: 403 },
          ),
    '/revoke-session': ({ token }) => {
      sessions = sessions.filter((session) => session.token !== token)
      return Response.json({ status: true })
    },
    '/revoke-other-sessions': () => {
      sessions = sessions.slice(0, 1)
      return Response.json({ status: true })
    },
    '/step-up': ({ password }) => {
      isFresh = password === 'correct'
      return isFresh
        ? Response.json({ status: true })
        : Response.json({ code: 'INVALID_PASSWORD', message: 'Invalid password' }, { status: 400 })
    },
  }

  return {
    requests,
    tokens: () => sessions.map(({ token }) => token),
    fetch: async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
      const path = (input instanceof Request ? input.url : input.toString()).replace(
        '/api/auth',
        '',
      )
      requests.push(path)
      const body = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as Record<
        string,
        string
      >
      return ROUTES[path]?.(body) ?? new Response(null, { status: 404 })
    },
  }
}
