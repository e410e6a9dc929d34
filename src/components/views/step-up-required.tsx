'use client'
import { isStepUpCancelled } from '../../client/step-up-needed.js'
import { useStepUp } from '../../hooks/use-step-up.js'
import { useCopy } from '../../i18n/use-copy.js'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** Signed in, but not freshly or strongly enough for this: no error, a confirmation. */
export function StepUpRequired({ state, handlers }: ViewProps<'step_up_required'>) {
  const { say } = useCopy()
  const { guard, canAsk } = useStepUp()
  const { retry } = handlers

  /** Lets `<StepUp>` ask, and the flow go on after it. */
  async function confirm(goOn: () => void): Promise<void> {
    let asked = false
    const call = async () => {
      if (asked) return goOn()
      asked = true
      return state
    }
    try {
      await guard(call)()
    } catch (error) {
      // Whoever cancels stays here.
      if (!isStepUpCancelled(error)) throw error
    }
  }

  const reauthenticate =
    handlers.reauthenticate ?? (canAsk && retry ? () => void confirm(retry) : undefined)
  return (
    <StatePanel state={state} text={<p data-gw="text">{say('texts.stepUp')}</p>}>
      <NextActions
        lead="primary"
        wanted={['reauthenticate', 'cancel', 'back']}
        handlers={{ ...handlers, reauthenticate }}
        addresses={{ reauthenticate: state.url }}
      />
    </StatePanel>
  )
}
