import { useAuthClient, useToasts, type Toast } from 'gatewright'

/** Tells in plain words what happens behind the page. */
export function News() {
  const { listSessions } = useAuthClient()
  const { toasts, show, dismiss } = useToasts()

  async function count() {
    const outcome = await listSessions()
    if (outcome.kind !== 'succeeded') show(outcome, { retry: () => void count() })
  }

  return (
    <section>
      <button type="button" onClick={() => void count()}>
        Count my devices
      </button>
      <div role="status">
        {toasts.map((toast) => (
          <p key={toast.id}>
            {wordsFor(toast)}{' '}
            {toast.kind === 'state' && toast.retry && (
              <button type="button" onClick={toast.retry}>
                Count again
              </button>
            )}
            <button type="button" onClick={() => dismiss(toast.id)}>
              I see
            </button>
          </p>
        ))}
      </div>
    </section>
  )
}

function wordsFor(toast: Toast): string {
  if (toast.kind === 'back_online') return 'The network is back.'
  const { state } = toast
  if (state.kind === 'network_error') return state.offline ? 'No network.' : 'No answer.'
  return 'The auth server is down.'
}
