'use client'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useCopy } from '../../i18n/use-copy.js'
import type { CopyKey } from '../../i18n/resources.js'
import type { UiState } from '../../ui-state/ui-state.js'
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
  const { t } = useCopy()
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => heading.current?.focus(), [state.kind])
  return (
    <section data-gw="panel" data-kind={state.kind} data-code={state.code} aria-labelledby={id}>
      <h2 data-gw="heading" id={id} ref={heading} tabIndex={-1}>
        {t(title ?? `titles.${state.kind}`)}
      </h2>
      {text ?? <StateSentence state={state} />}
      {children}
      <SupportReference state={state} />
    </section>
  )
}
