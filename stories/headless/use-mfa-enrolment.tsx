import { toFieldError, useCopy, useMfaEnrolment } from 'gatewright'

/** Sets up an authenticator app: its key, the first code, and the backup codes. */
export function SetUpMfa() {
  const { sentenceFor, sentenceForField } = useCopy()
  const { step, state, form, start, confirm, finish } = useMfaEnrolment()
  const problem = 'code' in state ? sentenceFor(state) : null
  switch (step.kind) {
    case 'unknown':
      return <p role="alert">{problem ?? 'One moment…'}</p>
    case 'off':
      return (
        <section>
          <p role="alert">{problem}</p>
          <button type="button" onClick={(event) => void start(event)}>
            Use an authenticator app
          </button>
        </section>
      )
    case 'scan': {
      const code = toFieldError('code', form.formState.errors.code)
      return (
        <form noValidate method="post" onSubmit={(event) => void confirm(event)}>
          <p>
            Type this key into your app: <code>{step.enrolment.secret}</code>
          </p>
          <p role="alert">{problem ?? (code && sentenceForField(code))}</p>
          <p>
            <label>
              The code it shows{' '}
              <input autoComplete="one-time-code" inputMode="numeric" {...form.register('code')} />
            </label>
          </p>
          <button type="submit">Turn it on</button>
        </form>
      )
    }
    case 'save_codes':
      return (
        <section>
          <p>Each of these works once, should you lose your phone:</p>
          <ul>
            {step.codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <button type="button" onClick={finish}>
            I have written them down
          </button>
        </section>
      )
    default:
      return <p role="status">Your second factor is on.</p>
  }
}
