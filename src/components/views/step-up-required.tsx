'use client'
import { useCopy } from '../../i18n/use-copy.js'
import { NextActions } from '../next-actions.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** Signed in, but not freshly or strongly enough for this: no error, a confirmation. */
export function StepUpRequired({ state, handlers }: ViewProps<'step_up_required'>) {
  const { t } = useCopy()
  return (
    <StatePanel state={state} text={<p data-gw="text">{t('texts.stepUp')}</p>}>
      <NextActions
        wanted={['reauthenticate', 'cancel', 'back']}
        handlers={handlers}
        addresses={{ reauthenticate: state.url }}
      />
    </StatePanel>
  )
}
