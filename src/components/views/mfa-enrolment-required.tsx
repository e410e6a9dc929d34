'use client'
import { useState, type ComponentType } from 'react'
import { useAuthSettings } from '../../hooks/auth-context.js'
import { useActionFacts } from '../../hooks/use-action-facts.js'
import { useSession } from '../../hooks/use-session.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'
import type { StateOf, UiState } from '../../ui-state/ui-state.js'
import { NextActions } from '../next-actions.js'
import type { EnrolmentStepsProps } from '../parts/enrolment-steps.js'
import { StateAlert } from '../parts/state-alert.js'
import { StatePanel } from '../parts/state-panel.js'
import type { ViewProps } from '../view-props.js'

/** A second factor has to be set up first: here, where the backend can, else at the app's own place for it. */
export function MfaEnrolmentRequired({ state, handlers }: ViewProps<'mfa_enrolment_required'>) {
  const { possible, Steps, failure, open } = useEnrolmentHere(state)
  if (Steps) {
    return state.challenge === null ? (
      <Steps onEnabled={handlers.retry ?? handlers.restart} />
    ) : (
      <Steps challenge={state.challenge} onSignIn={handlers.restart} />
    )
  }
  const enrolMfa = handlers.enrolMfa ?? (possible ? open : undefined)
  return (
    <StatePanel state={state}>
      <LiveRegion politeness="assertive">{failure && <StateAlert state={failure} />}</LiveRegion>
      <NextActions
        lead="primary"
        wanted={['set_up_mfa', 'back']}
        handlers={{ ...handlers, enrolMfa }}
      />
    </StatePanel>
  )
}

interface Opened {
  Steps: ComponentType<EnrolmentStepsProps> | null
  failure: UiState | null
}

/** What a sign-in hands over or a session allows; loaded when it is asked for, for few ever come here. */
function useEnrolmentHere({ challenge }: StateOf<'mfa_enrolment_required'>) {
  const { client, links } = useAuthSettings('MfaEnrolmentRequired')
  const { supported, takes } = useActionFacts('startTotpEnrolment')
  const { status } = useSession()
  const [opened, setOpened] = useState<Opened>({ Steps: null, failure: null })
  const inSession = supported === true && status === 'signed_in' && links.enrolMfa === undefined
  async function load(): Promise<void> {
    const loaded = await import('../parts/enrolment-steps.js').catch(() => null)
    const failure = loaded ? null : client.report('network_error', 'mfa_enrol')
    setOpened({ Steps: loaded?.EnrolmentSteps ?? null, failure })
  }
  return {
    possible: challenge === null ? inSession : takes.includes('challenge'),
    ...opened,
    open: () => void load(),
  }
}
