import * as z from 'zod'
import { OPERATIONS } from '../../../src/errors/operation.js'
import { mailsOf } from './stand-in-mails.js'
import { STAND_INS, type StandInParts } from './stand-in-parts.js'
import { openStandIn } from './stand-in.js'

/** What a stand-in is told to answer, whatever it is asked next. */
const Forced = z.object({
  operation: z.enum(OPERATIONS),
  answer: z.union([
    z.enum(['offline', 'timeout']),
    z.strictObject({
      status: z.int().min(200).max(599).exactOptional(),
      code: z.string().exactOptional(),
      message: z.string().exactOptional(),
      details: z.record(z.string(), z.unknown()).exactOptional(),
      headers: z.record(z.string(), z.string()).exactOptional(),
    }),
  ]),
})

/**
 * Answers everything under `/fake/<backend>/`: a stand-in for each documented backend, in its own words, with
 * accounts in every state it knows, and `/fake/<backend>/dev/` for what only a demo may tell.
 */
export function createFakeServers(): (request: Request) => Promise<Response> {
  const sites = new Map(STAND_INS.map((parts) => [parts.dialect.id, createSite(parts)]))
  return async (request) => {
    const [, , id = ''] = new URL(request.url).pathname.split('/')
    const site = sites.get(id)
    if (site) return site(request)
    const message = `No stand-in for ${id}. There are ${[...sites.keys()].join(', ')}.`
    return Response.json({ message }, { status: 404 })
  }
}

function createSite(parts: StandInParts): (request: Request) => Promise<Response> {
  const base = `/fake/${parts.dialect.id}/dev`
  let site = openStandIn(parts)
  let disarm = () => {}

  async function arm(request: Request): Promise<Response> {
    const forced = Forced.safeParse(await request.json().catch(() => null))
    if (!forced.success) {
      const message = `Send { operation, answer }. ${z.prettifyError(forced.error)}`
      return Response.json({ message }, { status: 400 })
    }
    const { operation, answer } = forced.data
    const { server } = await site
    // Only the last is meant: one that was never met would surprise somebody later.
    disarm()
    disarm = server.force(operation, answer)
    return Response.json({ operation, answer })
  }

  async function follow({ searchParams, origin }: URL): Promise<Response> {
    const { outbox, followLink } = (await site).server
    const mail = outbox.find(({ token }) => token === searchParams.get('token'))
    if (mail) followLink(mail)
    return new Response(null, { status: 303, headers: { location: `${origin}/` } })
  }

  const routes = new Map<string, (url: URL, request: Request) => Promise<Response>>([
    [`GET ${base}/accounts`, async () => Response.json((await site).accounts)],
    [`GET ${base}/outbox`, async (url) => Response.json({ mails: mailsOf(await site, url) })],
    [`GET ${base}/offers`, async () => Response.json(offersOf((await site).actions))],
    [`GET ${base}/follow`, follow],
    [`POST ${base}/force`, (_, request) => arm(request)],
    [
      `POST ${base}/reset`,
      async () => {
        site = openStandIn(parts)
        return Response.json((await site).accounts)
      },
    ],
  ])
  return async (request) => {
    const url = new URL(request.url)
    const route = routes.get(`${request.method} ${url.pathname}`)
    if (!route) return (await site).server.fetch(request)
    const response = await route(url, request)
    response.headers.set('cache-control', 'no-store')
    return response
  }
}

/** No stand-in plays a provider. */
function offersOf(actions: readonly string[]) {
  return { actions, providers: [] }
}
