import { useAuthClient, useSessionEnding } from 'gatewright'
import { useState } from 'react'

/** Asks in good time, for a server that ends a session so many minutes after it was last asked for anything. */
export function StayHere({ minutes }: { minutes: number }) {
  const { now } = useAuthClient()
  const [endsAt] = useState(() => now() + minutes * 60_000)
  const { state, attempt, stay } = useSessionEnding({ endsAt, warnSeconds: 60 })
  if (state.kind !== 'session_ending') return <p>Nothing is about to end.</p>
  return (
    <div role="alertdialog" aria-labelledby="still-there">
      <h2 id="still-there">Are you still there?</h2>
      {attempt.kind === 'network_error' && <p role="alert">The server cannot be reached.</p>}
      <p>
        You are signed in until{' '}
        <time dateTime={new Date(state.endsAt).toISOString()}>
          {new Date(state.endsAt).toLocaleTimeString('en')}
        </time>
        .
      </p>
      <button type="button" onClick={() => void stay()}>
        I am here
      </button>
    </div>
  )
}
