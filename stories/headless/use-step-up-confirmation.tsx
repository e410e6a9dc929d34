import { toFieldError, useCopy, useStepUpConfirmation, type UseStepUpRequest } from 'gatewright'

interface ConfirmFormProps {
  request: NonNullable<UseStepUpRequest['request']>
}

/** Takes the proof that the backend wants, and lets the waiting calls go on. */
export function ConfirmForm({ request }: ConfirmFormProps) {
  const { sentenceFor, sentenceForField } = useCopy()
  const { state, proof, submit } = useStepUpConfirmation(request)
  const { kind, form } = proof
  if (kind === null) return <p>One moment…</p>
  const fault = toFieldError(kind, form.formState.errors[kind])
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      <p role="alert">{fault ? sentenceForField(fault) : 'code' in state && sentenceFor(state)}</p>
      <p>
        <label>
          {kind === 'password' ? 'Password' : 'Code from your app'}{' '}
          <input
            type={kind === 'password' ? 'password' : 'text'}
            autoComplete={kind === 'password' ? 'current-password' : 'one-time-code'}
            {...form.register(kind)}
          />
        </label>
      </p>
      <button type="submit">It is me</button>
    </form>
  )
}
