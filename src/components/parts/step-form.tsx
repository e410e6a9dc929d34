'use client'
import type { BaseSyntheticEvent, ReactNode } from 'react'
import type { CopyKey } from '../../i18n/resources.js'
import { isUiState, surfaceOf } from '../surface.js'
import { UiStateView } from '../ui-state-view.js'
import type { StateHandlers } from '../view-props.js'
import { Panel } from './panel.js'
import { StateMessage } from './state-message.js'

export interface StepFormProps {
  /** Which step it is, for `data-kind`. */
  kind: string
  heading: CopyKey
  /** What the flow's hook says. */
  state: { kind: string }
  handlers: StateHandlers
  /** Counts the attempts, so that the same failure twice is announced twice. */
  attempts: number
  onSend: (event: BaseSyntheticEvent) => Promise<void>
  /** False for the first thing on a page. */
  takesFocus: boolean
  /** Above the form. */
  intro?: ReactNode
  /** Below the form. */
  footer?: ReactNode
  children: ReactNode
}

/** One step of a flow: its form, the states that speak above it, and those that take its place. */
export function StepForm(props: StepFormProps) {
  const { state, handlers, kind, heading, attempts, onSend, takesFocus, intro, footer } = props
  if (isUiState(state) && surfaceOf(state) === 'panel') {
    return <UiStateView state={state} handlers={handlers} />
  }
  return (
    <Panel kind={kind} heading={heading} takesFocus={takesFocus}>
      {intro}
      <form data-gw="form" noValidate method="post" onSubmit={(event) => void onSend(event)}>
        <StateMessage state={state} handlers={handlers} attempts={attempts} />
        {props.children}
      </form>
      {footer}
    </Panel>
  )
}
