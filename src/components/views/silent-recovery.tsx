'use client'
import { useCopy } from '../../i18n/use-copy.js'
import type { ViewProps } from '../view-props.js'

/** The client is mending this by itself (seed 003: "don't show"): a sign of work, no error. */
export function SilentRecovery({ state }: ViewProps<'silent_recovery'>) {
  const { say } = useCopy()
  return (
    <p data-gw="working" data-kind={state.kind} role="status">
      {say('a11y.working')}
    </p>
  )
}
