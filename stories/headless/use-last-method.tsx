import { forgetLastMethod, useLastMethod } from 'gatewright'

/** Reminds people of the way in they took last on this device. */
export function LastTime() {
  const method = useLastMethod()
  if (method === null) return <p>How would you like to sign in?</p>
  return (
    <p>
      Last time you came in with {method}.{' '}
      <button type="button" onClick={forgetLastMethod}>
        Forget that
      </button>
    </p>
  )
}
