import { toFieldError, useCopy, useSession, useSignIn } from 'gatewright'
import { CodeForm } from './use-mfa-challenge.js'

/** A sign-in screen in plain HTML: the hook says what to show, the markup is the app's own. */
export function SignInForm() {
  const { sentenceFor, sentenceForField } = useCopy()
  const { state, form, submit, finish, reset } = useSignIn()
  const session = useSession()
  if (session.status === 'signed_in') return <p>You are signed in as {session.user?.email}.</p>
  if (state.kind === 'mfa_required') {
    return <CodeForm challenge={state} onSignedIn={finish} onRestart={reset} />
  }
  const { errors } = form.formState
  const email = toFieldError('email', errors.email)
  const password = toFieldError('password', errors.password)
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      <h1>Welcome back</h1>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      <p>
        <label htmlFor="email">E-mail</label>{' '}
        <input
          id="email"
          type="email"
          autoComplete="username"
          aria-invalid={email !== null}
          aria-describedby="email-error"
          {...form.register('email')}
        />{' '}
        <span id="email-error">{email && sentenceForField(email)}</span>
      </p>
      <p>
        <label htmlFor="password">Password</label>{' '}
        <input
          id="password"
          type="password"
          autoComplete="current-password"
          aria-invalid={password !== null}
          aria-describedby="password-error"
          {...form.register('password')}
        />{' '}
        <span id="password-error">{password && sentenceForField(password)}</span>
      </p>
      <button type="submit">{state.kind === 'submitting' ? 'One moment…' : 'Let me in'}</button>
    </form>
  )
}
