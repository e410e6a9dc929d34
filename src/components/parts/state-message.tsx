'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { sameField } from '../../hooks/form-errors.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'
import type { UiKind, UiState } from '../../ui-state/ui-state.js'
import { isUiState, surfaceOf } from '../surface.js'
import { UiStateView } from '../ui-state-view.js'
import type { StateHandlers } from '../view-props.js'

export interface StateMessageProps {
  /** What the flow's hook says. */
  state: { kind: string }
  handlers: StateHandlers
  /** Counts the attempts, so that the same failure twice is announced twice. */
  attempts: number
}

/**
 * What a flow says above its form. It takes the focus where an attempt has failed and no field is to blame, and keeps
 * it when what was pressed in it goes.
 */
export function StateMessage({ state, handlers, attempts }: StateMessageProps) {
  const region = useRef<HTMLElement>(null)
  const said = isUiState(state) && !isSummedUp(state, handlers) ? state : null
  useFocusOnFailure(region, said && !isOfAField(said, handlers) ? said : null, attempts)
  const holdsFocus = useRef(false)
  useLayoutEffect(() => {
    const { current: element } = region
    if (holdsFocus.current && element && isNowhere(element.ownerDocument)) element.focus()
  })
  return (
    <LiveRegion
      politeness="assertive"
      stamp={attempts}
      tabIndex={-1}
      onFocus={() => {
        holdsFocus.current = true
      }}
      // React tells of no blur when the element goes, and that is the point.
      onBlur={() => {
        holdsFocus.current = false
      }}
      ref={region}
    >
      {said && <UiStateView state={said} handlers={{ ...handlers, hasForm: true }} />}
    </LiveRegion>
  )
}

/** Kinds after which the flow itself focuses the control that comes next. */
const LEADS_TO_A_FIELD: ReadonlySet<UiKind> = new Set<UiKind>([
  'invalid_credentials',
  'invalid_code',
  'captcha_required',
])

function isOfAField(state: UiState, handlers: StateHandlers): boolean {
  if (surfaceOf(state) === 'panel' || LEADS_TO_A_FIELD.has(state.kind)) return true
  return state.kind === 'field_errors' && placedIn(state, handlers) > 0
}

/** Whether the summary of the form's errors says all that there is to say. */
function isSummedUp(state: UiState, handlers: StateHandlers): boolean {
  if (state.kind !== 'field_errors') return false
  const placed = placedIn(state, handlers)
  return placed > 1 && state.fields.every(({ name }) => isPlaced(name, handlers))
}

/** How many fields of the form are refused. */
function placedIn(state: UiState & { kind: 'field_errors' }, handlers: StateHandlers): number {
  const { placedFields = [] } = handlers
  return placedFields.filter((placed) => state.fields.some(({ name }) => sameField(placed, name)))
    .length
}

function isPlaced(name: string, { placedFields = [] }: StateHandlers): boolean {
  return placedFields.some((placed) => sameField(placed, name))
}

/** An attempt is over when it has been counted and its state is here; which comes first is not certain. */
function useFocusOnFailure(
  region: { readonly current: HTMLElement | null },
  failure: UiState | null,
  attempts: number,
): void {
  const seen = useRef({ failure, attempts, isNews: false, isCounted: false })
  useEffect(() => {
    const last = seen.current
    if (failure !== last.failure) last.isNews = failure !== null
    if (attempts !== last.attempts) last.isCounted = true
    Object.assign(last, { failure, attempts })
    if (!last.isNews || !last.isCounted) return
    Object.assign(last, { isNews: false, isCounted: false })
    region.current?.focus()
  }, [attempts, failure, region])
}

function isNowhere({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body
}
