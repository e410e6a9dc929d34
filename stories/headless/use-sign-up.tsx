import { toFieldError, useCopy, useSignUp } from 'gatewright'

/** A sign-up screen in plain HTML. A known address looks like a new one, unless the app wants otherwise. */
export function SignUpForm() {
  const { sentenceFor, sentenceForField } = useCopy()
  const { state, form, passwordPolicy, submit, reset } = useSignUp()
  if (state.kind === 'signed_in') return <p>Welcome, you are in.</p>
  if (state.kind === 'verification_required') {
    return (
      <section>
        <p>Open the link that we sent to {form.getValues('email')}.</p>
        <button type="button" onClick={reset}>
          Use another address
        </button>
      </section>
    )
  }
  const { errors } = form.formState
  const email = toFieldError('email', errors.email)
  const password = toFieldError('password', errors.password)
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      <h1>Join us</h1>
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
        <label htmlFor="password">Password, {passwordPolicy.minLength} letters or more</label>{' '}
        <input
          id="password"
          type="password"
          autoComplete="new-password"
          aria-invalid={password !== null}
          aria-describedby="password-error"
          {...form.register('password')}
        />{' '}
        <span id="password-error">{password && sentenceForField(password)}</span>
      </p>
      <button type="submit">{state.kind === 'submitting' ? 'One moment…' : 'Join'}</button>
    </form>
  )
}
