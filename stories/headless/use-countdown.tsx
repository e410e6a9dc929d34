import { useCopy, useCountdown } from 'gatewright'

interface ReopensProps {
  /** Epoch milliseconds; null while the shop is open. */
  opensAt: number | null
  /** The clock; default the browser's. */
  now?: () => number
}

/** Counts down to an instant, and is right after sleep, too. The words come with the language. */
export function Reopens({ opensAt, now }: ReopensProps) {
  const { secondsLeft, ended } = useCountdown(opensAt, { now })
  const { duration } = useCopy()
  if (secondsLeft === null || ended) return <p role="status">The shop is open.</p>
  return (
    <p>
      The shop opens in <span role="timer">{duration(secondsLeft)}</span>.
    </p>
  )
}
