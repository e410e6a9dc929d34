'use client'
import { useState } from 'react'
import { useActionFacts } from '../../hooks/use-action-facts.js'
import { useCopy } from '../../i18n/use-copy.js'
import { BackupCodesPanel } from './backup-codes-panel.js'
import type { EnrolmentStepProps } from './enrolment-steps.js'
import { Panel } from './panel.js'
import { ProofField } from './proof-field.js'
import { StepForm } from './step-form.js'
import { SubmitButton } from './submit-button.js'

/** What a screen is called once a second factor is on. */
export const MFA_ON = 'titles.mfaOn'

/** A second factor is on: what can be done with it, as far as the backend can. */
export function MfaOn({ enrolment, handlers, takesFocus }: EnrolmentStepProps) {
  const [view, setView] = useState<'overview' | 'codes' | 'disable'>('overview')
  const [moved, setMoved] = useState(takesFocus)
  function show(next: typeof view): void {
    enrolment.reset()
    setMoved(true)
    setView(next)
  }
  const back = () => show('overview')

  if (view === 'codes') return <BackupCodesPanel onSaved={back} onCancel={back} takesFocus />
  if (view === 'disable') return <Disable {...{ enrolment, handlers }} onCancel={back} />
  return <Overview enrolment={enrolment} takesFocus={moved} onShow={show} />
}

interface OverviewProps extends Omit<EnrolmentStepProps, 'handlers'> {
  onShow: (view: 'codes' | 'disable') => void
}

function Overview({ enrolment: { canDisable }, takesFocus, onShow }: OverviewProps) {
  const { say } = useCopy()
  const { supported: canRegenerate } = useActionFacts('regenerateBackupCodes')
  return (
    <Panel kind="on" heading={MFA_ON} takesFocus={takesFocus}>
      <div data-gw="actions">
        {canRegenerate && (
          <button
            type="button"
            data-gw="button"
            data-variant="secondary"
            onClick={() => onShow('codes')}
          >
            {say('actions.newBackupCodes')}
          </button>
        )}
        {canDisable && (
          <button
            type="button"
            data-gw="button"
            data-variant="quiet"
            onClick={() => onShow('disable')}
          >
            {say('actions.turnOffMfa')}
          </button>
        )}
      </div>
    </Panel>
  )
}

interface DisableProps extends Omit<EnrolmentStepProps, 'takesFocus'> {
  onCancel: () => void
}

function Disable({ enrolment, handlers, onCancel }: DisableProps) {
  const { say } = useCopy()
  const { state, proof, disable } = enrolment
  return (
    <StepForm
      kind="disable"
      heading="actions.turnOffMfa"
      state={state}
      handlers={{ ...handlers, retry: () => void disable(), placedFields: proof.kinds ?? [] }}
      attempts={proof.form.formState.submitCount}
      takesFocus
      onSend={disable}
      intro={<p data-gw="text">{say('mfa.confirmDisable')}</p>}
      footer={
        <button type="button" data-gw="button" data-variant="quiet" onClick={onCancel}>
          {say('actions.cancel')}
        </button>
      }
    >
      <ProofField proof={proof}>
        <SubmitButton pending={state.kind === 'submitting'}>
          {say('actions.turnOffMfa')}
        </SubmitButton>
      </ProofField>
    </StepForm>
  )
}
