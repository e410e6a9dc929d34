import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { UiStateView, useAuthClient } from 'gatewright'
import { Field, FieldInput, FieldLabel, LiveRegion } from 'gatewright/primitives'
import { Card } from '../card.js'

/** What the staff of an app do: answers to it are notices for operators, never for users. */
export function SupportDeskPage() {
  const client = useAuthClient()
  const [userId, setUserId] = useState('')
  const unlocking = useMutation({
    mutationFn: () => client.perform('unlockAccount', { userId }),
  })
  const outcome = unlocking.data
  return (
    <Card title="Support desk">
      <p data-gw="text" lang="en">
        Unlocks an account, for the staff of an app.
      </p>
      <form
        data-gw="form"
        lang="en"
        onSubmit={(event) => {
          event.preventDefault()
          if (!unlocking.isPending) unlocking.mutate()
        }}
      >
        <LiveRegion politeness="assertive" stamp={unlocking.submittedAt}>
          {outcome?.kind === 'succeeded' && <p data-gw="text">Unlocked.</p>}
          {outcome && outcome.kind !== 'succeeded' && (
            <UiStateView state={outcome} handlers={{ hasForm: true }} />
          )}
        </LiveRegion>
        <Field>
          <FieldLabel>Account number</FieldLabel>
          <FieldInput
            required
            dir="ltr"
            value={userId}
            onChange={({ target }) => setUserId(target.value)}
          />
        </Field>
        <button type="submit" data-gw="button" data-variant="primary">
          Unlock
        </button>
      </form>
    </Card>
  )
}
