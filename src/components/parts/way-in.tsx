'use client'
import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { useCopy } from '../../i18n/use-copy.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'
import { isUiState, surfaceOf } from '../surface.js'
import { UiStateView } from '../ui-state-view.js'
import type { StateHandlers } from '../view-props.js'
import { MayAct, useWayInCard } from './other-ways.js'

export interface WayInProps extends ComponentPropsWithoutRef<'div'> {
  /** What the method's hook says. */
  state: { kind: string }
  handlers: StateHandlers
  /** Takes the buttons' place, where the way has a step of its own. */
  panel?: ReactNode
}

/** A way in beside the form: its buttons, with what its state says above them or in their place. */
export const WayIn = forwardRef<HTMLDivElement, WayInProps>(function WayIn(
  { state, handlers, panel, children, ...props },
  ref,
) {
  const { language, dir } = useCopy()
  const root = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => root.current)
  const says = isUiState(state) ? state : null
  const shown =
    panel ??
    (says && surfaceOf(says) === 'panel' ? <UiStateView state={says} handlers={handlers} /> : null)
  const inPanel = shown !== null
  const { isCovered, hasCard, mayAct, toForm } = useWayInCard({
    state,
    inPanel,
    speaks: says !== null && !inPanel,
    reset: handlers.restart,
  })
  const hidesButtons = inPanel || hasCard
  const hidButtons = useRef(hidesButtons)
  useEffect(() => {
    if (hidButtons.current && !hidesButtons) root.current?.querySelector('button')?.focus()
    hidButtons.current = hidesButtons
  }, [hidesButtons])

  function chooseForm() {
    handlers.restart?.()
    toForm?.()
  }
  const chooseMethod = handlers.chooseMethod ?? (toForm && chooseForm)
  if (isCovered) return null
  return (
    <div
      data-gatewright=""
      data-gw="providers"
      data-kind={state.kind}
      data-panel={inPanel ? '' : undefined}
      lang={language}
      dir={dir}
      {...props}
      ref={root}
    >
      {shown ?? (
        <>
          <LiveRegion politeness="assertive">
            {says && (
              <UiStateView state={says} handlers={{ ...handlers, chooseMethod, hasForm: true }} />
            )}
          </LiveRegion>
          <MayAct.Provider value={mayAct}>{children}</MayAct.Provider>
        </>
      )}
    </div>
  )
})
