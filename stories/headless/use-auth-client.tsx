import { useState } from 'react'
import { useAuthClient } from 'gatewright'

/** Calls the app's own API: the client adds the token, and refreshes it when it has run out. */
export function OrderForm() {
  const client = useAuthClient()
  const [said, setSaid] = useState('')

  async function order(): Promise<void> {
    const response = await client.fetch('/orders', { method: 'POST', body: 'tea' })
    setSaid(response.ok ? 'Your tea is on its way.' : 'Only members may order.')
  }
  return (
    <section>
      <button type="button" onClick={() => void order()}>
        Order tea
      </button>
      <p role="status">{said}</p>
    </section>
  )
}
