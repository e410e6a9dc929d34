import * as z from 'zod'
import type { DemoAuth } from './auth.js'

const Order = z.object({ item: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)) })

export interface PlacedOrder {
  id: number
  item: string
}

/**
 * An API of the app's own behind the same cookie: anyone signed in reads their orders, and only a session that has
 * been confirmed within `freshSeconds` places one.
 */
export function createOrders(auth: DemoAuth, freshSeconds: number) {
  const ordersOf = new Map<string, PlacedOrder[]>()

  return async (request: Request): Promise<Response> => {
    const found = await auth.api.getSession({ headers: request.headers })
    if (!found) return refuse(401, 'UNAUTHORIZED', 'Sign in to see your orders.')
    const { session, user } = found
    const orders = ordersOf.get(user.id) ?? []
    if (request.method === 'GET') return Response.json({ orders })
    if (request.method !== 'POST') return refuse(405, 'METHOD_NOT_ALLOWED', 'Use GET or POST.')

    if (Date.now() - session.createdAt.getTime() > freshSeconds * 1000) {
      return refuse(403, 'step_up_required', 'Confirm that it is you to place an order.')
    }
    const order = Order.safeParse(await request.json().catch(() => null))
    if (!order.success) return refuse(400, 'INVALID_ORDER', 'Say which item, as { "item": "…" }.')
    const placed = { id: orders.length + 1, item: order.data.item }
    ordersOf.set(user.id, [...orders, placed])
    return Response.json(placed, { status: 201 })
  }
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status })
}
