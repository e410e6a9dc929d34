import { useAccountLinking, useCopy } from 'gatewright'

const NAMES = new Map([
  ['google', 'Google'],
  ['github', 'GitHub'],
  ['password', 'Password'],
])

interface WaysInProps {
  /** Default: the browser goes there. */
  navigate?: (url: string) => void
}

/** The accounts that sign somebody in, with a way to add one and to take one away. */
export function WaysIn({ navigate }: WaysInProps) {
  const { sentenceFor } = useCopy()
  const { state, identities, listFailure, link, unlink } = useAccountLinking({ navigate })
  if (listFailure) return <p role="alert">{sentenceFor(listFailure)}</p>
  if (identities === null) return <p>One moment…</p>
  const linked = new Set(identities.map(({ provider }) => provider))
  return (
    <section>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      <p role="status">{state.kind === 'unlinked' && `${NAMES.get(state.provider)} is gone.`}</p>
      <ul>
        {identities.map((identity) => (
          <li key={identity.id}>
            <button type="button" onClick={() => void unlink(identity)}>
              Take away {NAMES.get(identity.provider)}
            </button>
          </li>
        ))}
      </ul>
      {!linked.has('github') && (
        <button type="button" onClick={() => void link('github')}>
          Add GitHub
        </button>
      )}
    </section>
  )
}
