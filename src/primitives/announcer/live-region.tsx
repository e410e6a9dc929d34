'use client'
import { forwardRef, type HTMLAttributes, type Ref } from 'react'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js'

/** Whether a message waits until the screen reader pauses, or breaks in. */
export type Politeness = 'polite' | 'assertive'

/** What `LiveRegion` takes; other props reach its element. */
export interface LiveRegionProps extends Omit<HTMLAttributes<HTMLElement>, 'hidden'> {
  politeness: Politeness
  /** Counts the occasions: with a new stamp the same words are said again. */
  stamp?: number | string | undefined
  /** `visually`: for assistive technology alone. */
  hidden?: 'visually' | undefined
}

/**
 * Says its content when it changes. Keep it mounted and empty while there is nothing to say: some screen
 * readers miss a region that appears with its text.
 */
export const LiveRegion = forwardRef<HTMLElement, LiveRegionProps>(function LiveRegion(
  { politeness, stamp, hidden, children, ...props },
  ref,
) {
  const region = {
    role: politeness === 'assertive' ? 'alert' : 'status',
    'aria-live': politeness,
    'aria-atomic': true,
    ...props,
  } as const
  const nothing = children === null || children === undefined || children === false
  return hidden ? (
    <VisuallyHidden {...region} ref={ref}>
      {nothing ? null : <span key={stamp}>{children}</span>}
    </VisuallyHidden>
  ) : (
    <div data-gw="live-region" {...region} ref={ref as Ref<HTMLDivElement>}>
      {nothing ? null : <div key={stamp}>{children}</div>}
    </div>
  )
})
