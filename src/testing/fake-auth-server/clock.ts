/** When a fake server's clock starts unless told otherwise: a Monday morning, the same in every run. */
const START = Date.UTC(2026, 0, 5, 9)

/** The server's own time. Lockouts, challenges, tokens and codes run out by it alone. */
export interface FakeClock {
  /** Epoch milliseconds. */
  now: () => number
  /** Moves the clock forward by so many seconds. */
  advance: (seconds: number) => void
}

/** How a fake server's clock starts and whether it runs. */
export interface ClockOptions {
  /** Epoch milliseconds at which the clock starts. */
  startsAt?: number
  /** Follows real time, for stories and demos; `advance` still adds to it. */
  followsRealTime?: boolean
}

/** A clock that stands still until it is moved, or follows real time when asked to. */
export function createFakeClock({
  startsAt,
  followsRealTime = false,
}: ClockOptions = {}): FakeClock {
  const created = Date.now()
  const start = startsAt ?? (followsRealTime ? created : START)
  let advanced = 0
  return {
    now: () => start + advanced + (followsRealTime ? Date.now() - created : 0),
    advance: (seconds) => {
      if (!Number.isFinite(seconds) || seconds < 0) {
        throw new Error(
          `Gatewright: clock.advance(${seconds}) needs seconds of 0 or more. ` +
            'A clock only goes forward; make a new server to start earlier.',
        )
      }
      advanced += seconds * 1000
    },
  }
}
