import { useMutation } from '@tanstack/react-query'
import { http } from 'msw'
import { Card } from '../src/components/parts/card.js'
import { useStepUp } from '../src/hooks/use-step-up.js'
import { useAuthClient } from '../src/index.js'
import { createOrdersApi } from '../test/components/orders-api.js'
import type { FlowScene } from './flow-scene.js'

/** The API of the app that these stories stand in: it takes orders from those who have signed in within a minute. */
export function ordersHandlers({ server }: FlowScene, refusal?: Response) {
  const api = createOrdersApi(server, refusal)
  return [http.post('*/orders', ({ request }) => api.fetch(request))]
}

/** Two things to order, and what has come of it. */
export function Orders() {
  const client = useAuthClient()
  const { guard } = useStepUp()
  const order = async (what: string) => {
    const response = await client.fetch('/orders', { method: 'POST', body: what })
    return (await response.json()) as { placed: string }
  }
  const tea = useMutation({ mutationFn: guard(order) })
  const cake = useMutation({ mutationFn: guard(order) })
  return (
    <Card>
      <h2 data-gw="heading">Orders</h2>
      {Object.entries({ tea, cake }).map(([name, { data, error }]) =>
        data ? (
          <p data-gw="text" key={name}>
            Ordered {data.placed}.
          </p>
        ) : (
          error && (
            <p data-gw="text" key={name}>
              Not ordered: {error.name}.
            </p>
          )
        ),
      )}
      <div data-gw="actions">
        <button
          type="button"
          data-gw="button"
          data-variant="primary"
          onClick={() => tea.mutate('tea')}
        >
          Order tea
        </button>
        <button
          type="button"
          data-gw="button"
          data-variant="secondary"
          onClick={() => {
            tea.mutate('tea')
            cake.mutate('cake')
          }}
        >
          Order tea and cake
        </button>
      </div>
    </Card>
  )
}
