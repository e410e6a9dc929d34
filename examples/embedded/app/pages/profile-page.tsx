import { useMutation } from '@tanstack/react-query'
import { UiStateView, useAuthClient, useStepUp } from 'gatewright'
import { isStepUpCancelled } from 'gatewright/client'
import type { PageProps } from '../screens.js'
import { Card } from '../card.js'
import { ForMembers } from './in-and-out.js'

/** A request with the session: what it meets is mended by itself, or asks for the user. */
export function ProfilePage({ backend }: PageProps) {
  return (
    <ForMembers backend={backend}>
      <Profile />
    </ForMembers>
  )
}

function Profile() {
  const client = useAuthClient()
  const { guard } = useStepUp()
  const asking = useMutation({ mutationFn: guard(() => client.perform('getUser', {})) })
  const { data: outcome, error } = asking
  return (
    <Card title="Profile">
      <p data-gw="text" lang="en">
        Asks the server who you are.
      </p>
      {outcome?.kind === 'succeeded' && (
        <dl className="demo-facts">
          {Object.entries(outcome.value.user).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {outcome && outcome.kind !== 'succeeded' && (
        <UiStateView state={outcome} handlers={{ hasForm: true }} />
      )}
      {isStepUpCancelled(error) && (
        <p role="status" data-gw="text" lang="en">
          You did not confirm, so nothing was asked.
        </p>
      )}
      <button
        type="button"
        data-gw="button"
        data-variant="primary"
        aria-disabled={asking.isPending || undefined}
        onClick={() => asking.isPending || asking.mutate()}
      >
        Ask
      </button>
    </Card>
  )
}
