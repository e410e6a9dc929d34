'use client'
import type { ReactNode } from 'react'
import type { UiState } from '../../ui-state/ui-state.js'
import { useCopy } from '../../i18n/use-copy.js'
import { StateSentence } from './state-sentence.js'
import { SupportReference } from './support-reference.js'

export interface StateAlertProps {
  state: UiState
  /** A notice, or good news, is no error: it has another look and no error prefix. */
  tone?: 'error' | 'notice' | 'success' | undefined
  text?: ReactNode
  children?: ReactNode
}

/** A state that leaves the form in place and speaks above it. */
export function StateAlert({ state, tone = 'error', text, children }: StateAlertProps) {
  const { say } = useCopy()
  return (
    <div data-gw="alert" data-kind={state.kind} data-code={state.code} data-tone={tone}>
      {tone === 'error' && <span data-gw="visually-hidden">{say('a11y.errorPrefix')} </span>}
      {text ?? <StateSentence state={state} />}
      {children}
      <SupportReference state={state} />
    </div>
  )
}
