'use client'
import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  type ComponentPropsWithoutRef,
} from 'react'
import { useCopy } from '../../i18n/use-copy.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'
import { isUiState, surfaceOf } from '../surface.js'
import { UiStateView } from '../ui-state-view.js'
import type { StateHandlers } from '../view-props.js'

export interface WayInProps extends ComponentPropsWithoutRef<'div'> {
  /** What the method's hook says. */
  state: { kind: string }
  handlers: StateHandlers
}

/** A way in beside the form: its buttons, with what its state says above them or in their place. */
export const WayIn = forwardRef<HTMLDivElement, WayInProps>(function WayIn(
  { state, handlers, children, ...props },
  ref,
) {
  const { language, dir } = useCopy()
  const root = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => root.current)
  const inPanel = isUiState(state) && surfaceOf(state) === 'panel'
  const wasInPanel = useRef(inPanel)
  useEffect(() => {
    if (wasInPanel.current && !inPanel) root.current?.querySelector('button')?.focus()
    wasInPanel.current = inPanel
  }, [inPanel])

  return (
    <div
      data-gatewright=""
      data-gw="providers"
      data-kind={state.kind}
      lang={language}
      dir={dir}
      {...props}
      ref={root}
    >
      {inPanel ? (
        <UiStateView state={state} handlers={handlers} />
      ) : (
        <>
          <LiveRegion politeness="assertive">
            {isUiState(state) && (
              <UiStateView state={state} handlers={{ ...handlers, hasForm: true }} />
            )}
          </LiveRegion>
          {children}
        </>
      )}
    </div>
  )
})
