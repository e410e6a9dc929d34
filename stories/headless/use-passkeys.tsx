import { useCopy, usePasskeys } from 'gatewright'

/** The passkeys of an account: listed, made and taken away. A closed system dialog is no error. */
export function MyPasskeys() {
  const { sentenceFor } = useCopy()
  const { state, supported, passkeys, listFailure, register, remove } = usePasskeys({ list: true })
  return (
    <section>
      <p role="alert">
        {listFailure && sentenceFor(listFailure)}
        {'code' in state && sentenceFor(state)}
      </p>
      <p role="status">{state.kind === 'registered' && 'Your passkey is ready.'}</p>
      {passkeys?.length === 0 && <p>You have no passkey yet.</p>}
      {passkeys !== null && passkeys.length > 0 && (
        <ul>
          {passkeys.map(({ id, name }) => (
            <li key={id}>
              {name ?? 'Passkey'}{' '}
              <button type="button" onClick={() => void remove(id)}>
                Take away {name ?? 'it'}
              </button>
            </li>
          ))}
        </ul>
      )}
      {supported && (
        <button type="button" onClick={() => void register('Laptop')}>
          Make a passkey
        </button>
      )}
    </section>
  )
}
