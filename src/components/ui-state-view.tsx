'use client'
import type { ComponentType } from 'react'
import type { UiKind, UiState } from '../ui-state/ui-state.js'
import type { StateHandlers, ViewProps } from './view-props.js'
import { VIEWS } from './views.js'

/** What `<UiStateView>` takes. */
export interface UiStateViewProps {
  /** A state, as a hook or `toUiState` gives it. */
  state: UiState
  /** What the flow around it can do. A view leaves out what it is not given. */
  handlers?: StateHandlers | undefined
}

const NO_HANDLERS: StateHandlers = {}

/** Shows any state: its sentence, what it needs of the user, and what can be done next. */
export function UiStateView({ state, handlers = NO_HANDLERS }: UiStateViewProps) {
  const View = VIEWS[state.kind] as ComponentType<ViewProps<UiKind>>
  return <View state={state} handlers={handlers} />
}
