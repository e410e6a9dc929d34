import { useCopy, useMfaChallenge, type AuthUser, type StateOf } from 'gatewright'

interface CodeFormProps {
  challenge: StateOf<'mfa_required'>
  onSignedIn: (user: AuthUser | null) => void
  /** Back to the password. */
  onRestart: () => void
}

/** Asks for a code, with every other factor the account has one press away. */
export function CodeForm({ challenge, onSignedIn, onRestart }: CodeFormProps) {
  const { t, sentenceFor } = useCopy()
  const { state, form, factor, factors, chooseFactor, submit } = useMfaChallenge({
    challenge,
    onSignedIn,
  })
  const problem = 'code' in state ? sentenceFor(state) : null
  if (state.kind === 'restart_required') {
    return (
      <section>
        <p role="alert">{problem}</p>
        <button type="button" onClick={onRestart}>
          From the start
        </button>
      </section>
    )
  }
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      <h1>One more step</h1>
      <p role="alert">{problem}</p>
      <p>
        <label>
          {t(`mfa.${factor.kind}`)}{' '}
          <input autoComplete="one-time-code" {...form.register('code')} />
        </label>
      </p>
      <button type="submit">{state.kind === 'submitting' ? 'One moment…' : 'Check it'}</button>
      {factors
        .filter(({ kind }) => kind !== factor.kind)
        .map(({ kind }) => (
          <button key={kind} type="button" onClick={() => chooseFactor(kind)}>
            {t(`factors.${kind}`)}
          </button>
        ))}
    </form>
  )
}
