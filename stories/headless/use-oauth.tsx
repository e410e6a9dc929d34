import { useCopy, useOAuth } from 'gatewright'

const PROVIDERS = { google: 'Google', github: 'GitHub' }

interface ProvidersProps {
  /** Default: the browser goes there. */
  navigate?: (url: string) => void
}

/** Sends people to a provider. The page at `redirectUrl` takes them in with `useOAuthCallback`. */
export function Providers({ navigate }: ProvidersProps) {
  const { sentenceFor } = useCopy()
  const { state, provider, start } = useOAuth({ redirectUrl: '/signed-in', navigate })
  return (
    <section>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      {Object.entries(PROVIDERS).map(([id, name]) => (
        <button
          key={id}
          type="button"
          aria-disabled={state.kind === 'submitting' || state.kind === 'leaving'}
          onClick={() => void start(id)}
        >
          {state.kind === 'leaving' && provider === id ? `Off to ${name}…` : `Go on with ${name}`}
        </button>
      ))}
    </section>
  )
}
