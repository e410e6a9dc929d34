'use client'
import { useRef, type ReactNode } from 'react'
import { useCopy } from '../../i18n/use-copy.js'
import { Spinner, WaitStatus } from '../../primitives/spinner/spinner.js'
import { useWaitStage } from '../../primitives/spinner/use-wait-stage.js'

export interface SubmitButtonProps {
  pending: boolean
  /** Gives up the request, once it has taken so long that a way out is due. */
  onCancel?: (() => void) | undefined
  children: ReactNode
}

/** Sends the form around it. While a request runs it keeps its place and the focus, and does nothing. */
export function SubmitButton({ pending, onCancel, children }: SubmitButtonProps) {
  const { say } = useCopy()
  const button = useRef<HTMLButtonElement>(null)
  const stage = useWaitStage(pending)
  const isLong = stage === 'cancellable'
  return (
    <>
      <button
        type="submit"
        data-gw="button"
        data-variant="primary"
        aria-disabled={pending || undefined}
        aria-busy={pending || undefined}
        ref={button}
      >
        {children}
        <Spinner pending={pending} />
      </button>
      {(isLong || stage === 'still_working') && (
        <p data-gw="working" aria-hidden="true">
          {say('a11y.stillWorking')}
        </p>
      )}
      {isLong && onCancel && (
        <button
          type="button"
          data-gw="button"
          data-variant="quiet"
          onClick={() => {
            // This one goes with the request.
            button.current?.focus()
            onCancel()
          }}
        >
          {say('actions.cancel')}
        </button>
      )}
      <WaitStatus
        pending={pending}
        label={say('a11y.working')}
        stillLabel={say('a11y.stillWorking')}
      />
    </>
  )
}
