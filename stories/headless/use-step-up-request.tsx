import { useStepUpRequest } from 'gatewright'
import { ConfirmForm } from './use-step-up-confirmation.js'

/** Mounted once, it asks whenever a guarded call waits. */
export function ConfirmBox() {
  const { request, cancel } = useStepUpRequest()
  if (request === null) return null
  return (
    <section aria-labelledby="confirm-box">
      <h2 id="confirm-box">Is it you, {request.user?.email}?</h2>
      <ConfirmForm request={request} />
      <button type="button" onClick={cancel}>
        Never mind
      </button>
    </section>
  )
}
