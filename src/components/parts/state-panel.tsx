'use client'
import type { ReactNode } from 'react'
import type { CopyKey } from '../../i18n/resources.js'
import type { UiState } from '../../ui-state/ui-state.js'
import { Panel } from './panel.js'
import { StateSentence } from './state-sentence.js'
import { SupportReference } from './support-reference.js'

export interface StatePanelProps {
  state: UiState
  /** Defaults to the kind's own heading. */
  title?: CopyKey
  /** Stands in for the state's sentence. */
  text?: ReactNode
  children?: ReactNode
}

/** A state that takes the form's place: heading, sentence, and what can be done. Takes the focus when it appears. */
export function StatePanel({ state, title, text, children }: StatePanelProps) {
  return (
    <Panel kind={state.kind} code={state.code} heading={title ?? `titles.${state.kind}`}>
      {text ?? <StateSentence state={state} />}
      {children}
      <SupportReference state={state} />
    </Panel>
  )
}
