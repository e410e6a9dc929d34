'use client'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { useCopy } from '../../i18n/use-copy.js'
import { Spinner, WaitStatus } from '../../primitives/spinner/spinner.js'

export interface ActionButtonProps extends Omit<
  ComponentPropsWithoutRef<'button'>,
  'type' | 'disabled'
> {
  variant?: 'primary' | 'secondary' | 'quiet' | undefined
  /** The request it has started is on its way. */
  pending?: boolean | undefined
  /** Another request is on its way. */
  inactive?: boolean | undefined
}

/** Starts a request outside of a form. While one runs it keeps its place and the focus, and does nothing. */
export const ActionButton = forwardRef<HTMLButtonElement, ActionButtonProps>(function ActionButton(
  { variant = 'secondary', pending = false, inactive = false, onClick, children, ...props },
  ref,
) {
  const { say } = useCopy()
  const idle = pending || inactive
  return (
    <>
      <button
        data-gw="button"
        data-variant={variant}
        aria-disabled={idle || undefined}
        aria-busy={pending || undefined}
        {...props}
        type="button"
        onClick={idle ? undefined : onClick}
        ref={ref}
      >
        {children}
        <Spinner pending={pending} />
      </button>
      <WaitStatus
        pending={pending}
        label={say('a11y.working')}
        stillLabel={say('a11y.stillWorking')}
      />
    </>
  )
})
