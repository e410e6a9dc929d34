/** How long an answer about an address is held back. */
export interface LatencyOptions {
  /** No answer shows before this many milliseconds, so that a quick one tells nothing. Default 400. */
  latencyFloorMs?: number | undefined
  /** Waits; for tests and stories. Default: a timer. */
  delay?: ((milliseconds: number) => Promise<void>) | undefined
}

const LATENCY_FLOOR_MS = 400

/** Starts the time that an answer takes at least; the promise ends with it. */
export function latencyFloor({
  latencyFloorMs = LATENCY_FLOOR_MS,
  delay = pause,
}: LatencyOptions): Promise<void> {
  return delay(latencyFloorMs)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
