import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useAuthClient, useStepUp } from 'gatewright'
import { isStepUpCancelled, type AuthClient } from 'gatewright/client'
import type { PageProps } from '../screens.js'
import type { PlacedOrder } from '../../server/orders.js'
import { ORDERS_PATH } from '../../contract.js'
import { Card } from '../card.js'
import { useAgeing } from '../dev-api.js'
import { ForMembers } from './in-and-out.js'

const ITEMS = ['Tea', 'Coffee']

/** An API of the app's own: it takes orders from those who have confirmed lately who they are. */
export function OrdersPage({ backend }: PageProps) {
  return (
    <ForMembers backend={backend}>
      <Orders backend={backend} />
    </ForMembers>
  )
}

function Orders({ backend }: PageProps) {
  const client = useAuthClient()
  const queries = useQueryClient()
  const { guard } = useStepUp()
  const placed = useQuery({ queryKey: ['orders'], queryFn: () => ordersOf(client) })
  const ordering = useMutation({
    mutationFn: guard((item: string) => order(client, item)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['orders'] }),
  })
  const ageing = useAgeing(backend)
  return (
    <Card title="Orders">
      <p data-gw="text" lang="en">
        Ordering wants a recent sign-in. Once yours is too old you are asked to confirm that it is
        you, and the order goes on by itself.
      </p>
      <p role="status" data-gw="text" lang="en">
        {ordering.data && `Ordered: ${ordering.data.item}.`}
        {isStepUpCancelled(ordering.error) && 'Not ordered: you did not confirm.'}
        {ordering.error && !isStepUpCancelled(ordering.error) && 'Not ordered.'}
        {ageing.isSuccess && ordering.isIdle && 'Your sign-in is an hour old now.'}
      </p>
      <div data-gw="actions" lang="en">
        {ITEMS.map((item) => (
          <button
            key={item}
            type="button"
            data-gw="button"
            data-variant="primary"
            aria-disabled={ordering.isPending || undefined}
            onClick={() => ordering.isPending || ordering.mutate(item)}
          >
            Order {item.toLowerCase()}
          </button>
        ))}
        <button
          type="button"
          data-gw="button"
          data-variant="quiet"
          onClick={() => {
            ordering.reset()
            ageing.mutate()
          }}
        >
          Make my sign-in old
        </button>
      </div>
      {placed.data && placed.data.length > 0 && (
        <ol aria-label="Your orders" lang="en" className="demo-orders">
          {placed.data.map(({ id, item }) => (
            <li key={id}>{item}</li>
          ))}
        </ol>
      )}
    </Card>
  )
}

async function ordersOf(client: AuthClient): Promise<readonly PlacedOrder[]> {
  const response = await client.fetch(ORDERS_PATH)
  if (!response.ok) throw new Error(`${ORDERS_PATH} answered ${response.status}.`)
  return ((await response.json()) as { orders: PlacedOrder[] }).orders
}

async function order(client: AuthClient, item: string): Promise<PlacedOrder> {
  const response = await client.fetch(ORDERS_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ item }),
  })
  if (!response.ok) throw new Error(`${ORDERS_PATH} answered ${response.status}.`)
  return (await response.json()) as PlacedOrder
}
