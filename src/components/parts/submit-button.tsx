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
  const { t } = useCopy()
  const button = useRef<HTMLButtonElement>(null)
  const isLong = useWaitStage(pending) === 'cancellable'
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
          {t('actions.cancel')}
        </button>
      )}
      <WaitStatus pending={pending} label={t('a11y.working')} stillLabel={t('a11y.stillWorking')} />
    </>
  )
}
