import { useCopy, useOAuthCallback } from 'gatewright'

interface ArrivalProps {
  onRestart: () => void
}

/** Where a provider sends people back to. What the address carries is out of it before anything is drawn. */
export function Arrival({ onRestart }: ArrivalProps) {
  const { sentenceFor } = useCopy()
  const { state } = useOAuthCallback()
  if (state.kind === 'signed_in') return <p>You are in.</p>
  if (state.kind === 'submitting' || state.kind === 'leaving') return <p>One moment…</p>
  return (
    <section>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      <button type="button" onClick={onRestart}>
        Choose another way
      </button>
    </section>
  )
}
