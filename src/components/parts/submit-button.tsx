'use client'
import type { ReactNode } from 'react'
import { useCopy } from '../../i18n/use-copy.js'
import { Spinner, WaitStatus } from '../../primitives/spinner/spinner.js'

export interface SubmitButtonProps {
  pending: boolean
  children: ReactNode
}

/** Sends the form around it. While a request runs it keeps its place and the focus, and does nothing. */
export function SubmitButton({ pending, children }: SubmitButtonProps) {
  const { t } = useCopy()
  return (
    <>
      <button
        type="submit"
        data-gw="button"
        data-variant="primary"
        aria-disabled={pending || undefined}
        aria-busy={pending || undefined}
      >
        {children}
        <Spinner pending={pending} />
      </button>
      <WaitStatus pending={pending} label={t('a11y.working')} stillLabel={t('a11y.stillWorking')} />
    </>
  )
}
