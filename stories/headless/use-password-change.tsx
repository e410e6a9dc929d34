import { toFieldError, useCopy, usePasswordChange, useSession } from 'gatewright'

/** Changes the password of whoever is signed in. */
export function ChangePasswordForm() {
  const { sentenceFor, sentenceForField } = useCopy()
  const session = useSession()
  const { state, form, submit } = usePasswordChange()
  if (state.kind === 'password_changed') return <p role="status">Your password is another now.</p>
  const { errors } = form.formState
  const current = toFieldError('currentPassword', errors.currentPassword)
  const next = toFieldError('newPassword', errors.newPassword)
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      <p role="alert">{'code' in state && sentenceFor(state)}</p>
      {/* Tells password managers whose password it is. */}
      <input
        hidden
        readOnly
        name="username"
        autoComplete="username"
        value={session.status === 'signed_in' ? (session.user?.email ?? '') : ''}
      />
      <p>
        <label htmlFor="current">Password until now</label>{' '}
        <input
          id="current"
          type="password"
          autoComplete="current-password"
          aria-invalid={current !== null}
          aria-describedby="current-error"
          {...form.register('currentPassword')}
        />{' '}
        <span id="current-error">{current && sentenceForField(current)}</span>
      </p>
      <p>
        <label htmlFor="next">Password from now on</label>{' '}
        <input
          id="next"
          type="password"
          autoComplete="new-password"
          aria-invalid={next !== null}
          aria-describedby="next-error"
          {...form.register('newPassword')}
        />{' '}
        <span id="next-error">{next && sentenceForField(next)}</span>
      </p>
      <button type="submit">Change it</button>
    </form>
  )
}
