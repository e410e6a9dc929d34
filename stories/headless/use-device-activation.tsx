import { toFieldError, useCopy, useDeviceActivation } from 'gatewright'

/** Connects a device that shows a code: asks for the code, and then whether that is wanted. */
export function ConnectDevice() {
  const { sentenceFor, sentenceForField } = useCopy()
  const { state, form, submit, request, approve, deny } = useDeviceActivation()
  if (state.kind === 'approved') return <p role="status">Your device is connected.</p>
  if (state.kind === 'denied') return <p role="status">The device stays out.</p>
  if (request !== null) {
    return (
      <section>
        <p role="alert">{'code' in state && sentenceFor(state)}</p>
        <p>Is this the code on the device in front of you: {request.userCode}?</p>
        <button type="button" onClick={() => void approve()}>
          Yes, connect it
        </button>
        <button type="button" onClick={() => void deny()}>
          No
        </button>
      </section>
    )
  }
  const code = toFieldError('code', form.formState.errors.userCode)
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      <p role="alert">{code ? sentenceForField(code) : 'code' in state && sentenceFor(state)}</p>
      <p>
        <label>
          Code on your device <input autoComplete="off" {...form.register('userCode')} />
        </label>
      </p>
      <button type="submit">Look it up</button>
    </form>
  )
}
