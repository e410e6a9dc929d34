/** Limits how much a client adds to a server that fails already. */
export interface RetryBudget {
  /** Whether a repeat is within the budget. */
  allows: () => boolean
  /** A call was answered by a server at work. */
  succeeded: () => void
  /** A call failed for the server's fault. */
  failed: () => void
}

// Counted in tenths of a token: ten times 0.1 is not one.
const FULL = 100
const PER_SUCCESS = 1
const PER_FAILURE = 10

/**
 * A token bucket as gRPC's retry throttling has it (gRFC A6): a failure costs one token, a success earns a tenth, and
 * nothing is repeated while half of the ten or fewer are left. On a dead server that is three repeats in all.
 */
export function createRetryBudget(): RetryBudget {
  let tenths = FULL
  return {
    allows: () => tenths > FULL / 2,
    succeeded() {
      tenths = Math.min(FULL, tenths + PER_SUCCESS)
    },
    failed() {
      tenths = Math.max(0, tenths - PER_FAILURE)
    },
  }
}
