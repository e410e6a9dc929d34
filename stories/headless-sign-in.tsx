import type { ReactNode } from 'react'
import {
  useCopy,
  useMfaChallenge,
  useSignIn,
  type SignInState,
  type StateOf,
} from '../src/index.js'

/** A sign-in screen in plain HTML: the hooks say what to show, the markup is the app's own. */
export function HeadlessSignIn() {
  const { state, form, submit, finish, reset } = useSignIn()
  if (state.kind === 'mfa_required') {
    return <CodeScreen challenge={state} finish={finish} back={reset} />
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h1>Welcome back</h1>
      <Said state={state} />
      <p>
        <label>
          E-mail <input type="email" autoComplete="username" {...form.register('email')} />
        </label>
      </p>
      <p>
        <label>
          Password{' '}
          <input type="password" autoComplete="current-password" {...form.register('password')} />
        </label>
      </p>
      <button type="submit">{state.kind === 'submitting' ? 'One moment…' : 'Let me in'}</button>
    </form>
  )
}

interface CodeScreenProps {
  challenge: StateOf<'mfa_required'>
  finish: ReturnType<typeof useSignIn>['finish']
  back: () => void
}

function CodeScreen({ challenge, finish, back }: CodeScreenProps) {
  const { state, form, factor, factors, chooseFactor, submit } = useMfaChallenge({
    challenge,
    onSignedIn: finish,
  })
  const { t } = useCopy()
  if (state.kind === 'restart_required') {
    return (
      <Said state={state}>
        <button type="button" onClick={back}>
          From the start
        </button>
      </Said>
    )
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h1>One more step</h1>
      <Said state={state} />
      <p>
        <label>
          {t(`mfa.${factor.kind}`)}{' '}
          <input autoComplete="one-time-code" inputMode="text" {...form.register('code')} />
        </label>
      </p>
      <button type="submit">Check it</button>
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

/** The kit's sentence for a state; nothing for one that asks for no words. */
function Said({ state, children }: { state: SignInState; children?: ReactNode }) {
  const { sentenceFor } = useCopy()
  const quiet = state.kind === 'ready' || state.kind === 'submitting' || state.kind === 'signed_in'
  return (
    <div role="alert">
      {quiet ? null : sentenceFor(state)} {children}
    </div>
  )
}
