import { useAuthClient, useRequiredAction } from 'gatewright'
import { useState } from 'react'

/** A control of one's own for what not every backend can do. Where it cannot, the developer is told at once. */
export function RenameMe() {
  useRequiredAction('RenameMe', 'updateProfile')
  const client = useAuthClient()
  const [said, setSaid] = useState('')

  async function rename(): Promise<void> {
    const changes = { displayName: 'Countess Lovelace' }
    const answer = await client.perform('updateProfile', { changes })
    setSaid(answer.kind === 'succeeded' ? 'As you wish, Countess.' : 'That did not work.')
  }
  return (
    <section>
      <button type="button" onClick={() => void rename()}>
        Call me Countess
      </button>
      <p role="status">{said}</p>
    </section>
  )
}
