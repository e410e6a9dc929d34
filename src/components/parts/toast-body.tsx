'use client'
import type { Toast } from '../../client/toast-board.js'
import { useCopy } from '../../i18n/use-copy.js'
import type { UiState } from '../../ui-state/ui-state.js'
import { NextActions } from '../next-actions.js'
import { surfaceOf } from '../surface.js'
import { UiStateView } from '../ui-state-view.js'
import { StateAlert, type StateAlertProps } from './state-alert.js'

export interface ToastBodyProps {
  toast: Toast
  /** Called when the same thing is about to be done again. */
  onRetried: () => void
}

/** What a toast says, and what can be done. It never takes the focus. */
export function ToastBody({ toast, onRetried }: ToastBodyProps) {
  const { say } = useCopy()
  if (toast.kind === 'back_online') {
    return (
      <div data-gw="alert" data-tone="success">
        <p data-gw="text">{say('texts.backOnline')}</p>
      </div>
    )
  }
  const { state, retry } = toast
  const again = retry && (() => (onRetried(), retry()))
  const handlers = { retry: again, hasForm: true }
  const tone = toneOf(state)
  // What stands in a form's place elsewhere would take the focus.
  if (tone === 'error' && surfaceOf(state) === 'alert' && state.kind !== 'server_error') {
    return <UiStateView state={state} handlers={handlers} />
  }
  return (
    <StateAlert state={state} tone={tone}>
      <NextActions
        wanted={state.kind === 'server_error' ? ['status', 'retry'] : ['retry']}
        handlers={handlers}
        addresses={{ status: state.kind === 'server_error' ? state.statusUrl : null }}
      />
    </StateAlert>
  )
}

function toneOf(state: UiState): StateAlertProps['tone'] {
  if (state.kind === 'done') return 'success'
  // Nobody's fault, and over by itself.
  if (state.kind === 'network_error' && state.offline) return 'notice'
  return 'error'
}
