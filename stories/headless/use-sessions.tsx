import { useCopy, useSessions } from 'gatewright'

/** Where somebody is signed in, with a way to end each of it but this one. */
export function Devices() {
  const { sentenceFor } = useCopy()
  const { state, ending, end, endOthers } = useSessions()
  if (state.kind === 'submitting') return <p>One moment…</p>
  if (state.kind !== 'listed') return <p role="alert">{sentenceFor(state)}</p>
  return (
    <section>
      <p role="alert">{'code' in ending && sentenceFor(ending)}</p>
      <ul>
        {state.sessions.map(({ key, current, createdAt }, index) => (
          <li key={key}>
            Device {index + 1}
            {createdAt !== null && `, since ${new Date(createdAt).toLocaleDateString('en')}`}
            {current ? (
              ' (this one)'
            ) : (
              <button type="button" onClick={() => void end(key)}>
                Sign out device {index + 1}
              </button>
            )}
          </li>
        ))}
      </ul>
      {endOthers && (
        <button type="button" onClick={() => void endOthers()}>
          Sign out everywhere else
        </button>
      )}
    </section>
  )
}
