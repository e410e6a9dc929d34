import { useAuthClient, useStepUp } from 'gatewright'
import { isStepUpCancelled } from 'gatewright/client'
import { useState } from 'react'

/** A call that the API wants a fresh proof for. Guarded, it waits for the user and then goes on by itself. */
export function OrderGold() {
  const client = useAuthClient()
  const { state, guard } = useStepUp()
  const [said, setSaid] = useState('')

  const order = guard(async () => {
    const response = await client.fetch('/orders', { method: 'POST', body: 'gold' })
    return response.ok
  })
  async function press(): Promise<void> {
    try {
      setSaid((await order()) ? 'Your gold is on its way.' : 'The shop is closed.')
    } catch (error) {
      if (!isStepUpCancelled(error)) throw error
      setSaid('Nothing was ordered.')
    }
  }
  return (
    <section>
      <button type="button" onClick={() => void press()}>
        Order gold
      </button>
      <p role="status">{state.kind === 'step_up_required' ? 'Waiting for your word…' : said}</p>
    </section>
  )
}
