import { toFieldError, useCopy, usePasswordReset } from 'gatewright'

/** Where the link of a reset mail leads. The link is spent when the form is sent. */
export function NewPasswordForm({ token }: { token: string }) {
  const { sentenceFor, sentenceForField } = useCopy()
  const { state, form, passwordPolicy, submit } = usePasswordReset({ token })
  if (state.kind === 'password_reset') return <p>Sign in with your new password.</p>
  if (state.kind === 'link_invalid') {
    return (
      <section>
        <p role="alert">{sentenceFor(state)}</p>
        <a href="#reset-password">Ask for another link</a>
      </section>
    )
  }
  const fault = toFieldError('newPassword', form.formState.errors.newPassword)
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      <p role="alert">{fault ? sentenceForField(fault) : 'code' in state && sentenceFor(state)}</p>
      <p>
        <label>
          New password, {passwordPolicy.minLength} letters or more{' '}
          <input type="password" autoComplete="new-password" {...form.register('newPassword')} />
        </label>
      </p>
      <button type="submit">Take this one</button>
    </form>
  )
}
