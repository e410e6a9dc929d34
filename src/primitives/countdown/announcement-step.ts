/** From how many seconds left on the time is said how often: hourly, each minute, every 20 seconds. */
const STEPS = [
  { above: 3_600, every: 3_600 },
  { above: 60, every: 60 },
  { above: 0, every: 20 },
] as const

/**
 * The step of the countdown that a time left belongs to; the time is said whenever the step changes. In the
 * last minute that is at 60, 40, 20 and 0 seconds (as in HMRC's timeout dialog), so speech never piles up.
 */
export function announcementStep(secondsLeft: number): number {
  const step = STEPS.find(({ above }) => secondsLeft > above)
  return step ? Math.ceil(secondsLeft / step.every) * step.every : 0
}
