import type { DeviceAuthorization } from '../backends/actions.js'
import type { UiState } from '../ui-state/ui-state.js'
import type { AuthClient, SignedIn } from './auth-client.js'
import { pause, untilVisible } from './page-visibility.js'

export interface DevicePollOptions {
  /** Ends the asking. */
  signal: AbortSignal
  /** Epoch milliseconds. */
  now: () => number
}

/** RFC 8628 3.5: what `slow_down` adds to this and all later intervals. */
const SLOW_DOWN_SECONDS = 5

/**
 * Asks whether the user has approved the device, at the server's pace and only while somebody can see the page
 * (RFC 8628 3.4 and 3.5). Ends with the session, with a state that more asking cannot change, or with null when
 * aborted.
 */
export async function pollUntilApproved(
  client: AuthClient,
  { deviceCode, intervalSeconds, expiresInSeconds }: DeviceAuthorization,
  { signal, now }: DevicePollOptions,
): Promise<SignedIn | UiState | null> {
  const deadline = now() + expiresInSeconds * 1000
  let interval = intervalSeconds
  let wait = interval
  for (;;) {
    await pause(wait * 1000, signal)
    await untilVisible(signal)
    if (signal.aborted) return null
    if (now() >= deadline) return client.report('device_flow_expired', 'device_poll')

    const outcome = await client.enter('pollDeviceFlow', { deviceCode }, { signal })
    if (signal.aborted) return null
    switch (outcome.kind) {
      case 'pending':
        if (outcome.code === 'device_slow_down') interval += SLOW_DOWN_SECONDS
        wait = interval
        break
      case 'rate_limited':
        wait = Math.max(interval, outcome.retryAfterSeconds ?? 0)
        break
      case 'network_error':
      case 'server_error':
        // RFC 8628 3.5 asks for exponential back-off here; the code's life ends it.
        interval *= 2
        wait = interval
        break
      default:
        return outcome
    }
  }
}
