'use client'
import {
  forwardRef,
  useEffect,
  useRef,
  type BaseSyntheticEvent,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import type { CopyKey } from '../../i18n/resources.js'
import { useCopy } from '../../i18n/use-copy.js'
import { isUiState, surfaceOf } from '../surface.js'
import { UiStateView } from '../ui-state-view.js'
import type { StateHandlers } from '../view-props.js'
import { Card } from './card.js'
import { ErrorSummary } from './error-summary.js'
import { FormFaults, useFormFaults } from './form-faults.js'
import { WithOtherWays, type OtherWaysProps } from './other-ways.js'
import { StateMessage } from './state-message.js'

/** What a drop-in offers for the time before its script runs. */
export interface PlainFormProps {
  /**
   * Where the form is posted to while the page's script has not run yet, with the names of its fields. Default:
   * the page's own address. Once the script runs, nothing is sent there.
   */
  action?: string | undefined
}

export interface FlowCardProps
  extends ComponentPropsWithoutRef<'div'>, PlainFormProps, OtherWaysProps {
  /** What the flow's hook says. */
  state: { kind: string }
  handlers: StateHandlers
  heading: CopyKey
  /** Takes the form's place, where the flow has come to something that is no state of a backend's. */
  panel?: ReactNode
  /** Above the form, below the heading. */
  intro?: ReactNode
  /** Below the form. */
  footer?: ReactNode
  /** Counts the attempts, so that the same failure twice is announced twice. */
  attempts: number
  onSend: (event: BaseSyntheticEvent) => Promise<void>
  /** Focuses the form when a panel gives way to it. */
  onReturn: () => void
  /** The address typed so far, for the other ways in. */
  typedEmail?: (() => string) | undefined
}

/** A drop-in with one form: the form, the states that speak above it, and those that take its place. */
export const FlowCard = forwardRef<HTMLDivElement, FlowCardProps>(function FlowCard(
  {
    state,
    handlers,
    heading,
    panel,
    intro,
    footer,
    attempts,
    onSend,
    onReturn,
    action,
    ways,
    waysPlacement,
    typedEmail,
    children,
    ...props
  },
  ref,
) {
  const { say } = useCopy()
  const { report, refused, summedUp } = useFormFaults(attempts)
  const shown =
    panel ??
    (isUiState(state) && surfaceOf(state) === 'panel' ? (
      <UiStateView state={state} handlers={handlers} />
    ) : null)
  const inPanel = shown !== null
  const wasInPanel = useRef(inPanel)
  useEffect(() => {
    if (wasInPanel.current && !inPanel) onReturn()
    wasInPanel.current = inPanel
  }, [inPanel, onReturn])

  return (
    <Card data-kind={state.kind} {...props} ref={ref}>
      {shown ?? (
        <WithOtherWays
          ways={ways}
          waysPlacement={waysPlacement}
          state={state}
          typedEmail={typedEmail ?? (() => handlers.email ?? '')}
          toForm={onReturn}
          heading={
            <>
              <h2 data-gw="heading">{say(heading)}</h2>
              {intro}
            </>
          }
          form={
            <form
              data-gw="form"
              noValidate
              method="post"
              action={action}
              onSubmit={(event) => void onSend(event)}
            >
              <StateMessage state={state} handlers={handlers} attempts={attempts} />
              <ErrorSummary refused={refused} summedUp={summedUp} />
              <FormFaults.Provider value={report}>{children}</FormFaults.Provider>
            </form>
          }
          footer={footer}
        />
      )}
    </Card>
  )
})
