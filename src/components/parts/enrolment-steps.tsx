'use client'
import { useState } from 'react'
import { useMfaEnrolment, type UseMfaEnrolment } from '../../hooks/use-mfa-enrolment.js'
import { useRequiredAction } from '../../hooks/use-required-action.js'
import { useCopy } from '../../i18n/use-copy.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'
import { Spinner } from '../../primitives/spinner/spinner.js'
import { NextActions } from '../next-actions.js'
import type { StateHandlers } from '../view-props.js'
import { CodesToSave } from './codes-to-save.js'
import { EnrolmentScan } from './enrolment-scan.js'
import { MFA_ON, MfaOn } from './mfa-on.js'
import { Panel } from './panel.js'
import { ProofField } from './proof-field.js'
import { StepForm } from './step-form.js'
import { SubmitButton } from './submit-button.js'

export interface EnrolmentStepsProps {
  /** Of a sign-in that cannot finish without a second factor. */
  challenge?: string | undefined
  onEnabled?: (() => void) | undefined
  onDisabled?: (() => void) | undefined
  /** Back to the sign-in that asked for it. */
  onSignIn?: (() => void) | undefined
}

/** What a step needs of the flow around it. */
export interface EnrolmentStepProps {
  enrolment: UseMfaEnrolment
  handlers: StateHandlers
  takesFocus: boolean
}

/** The steps of setting up an authenticator app, and what can be done once it is on. */
export function EnrolmentSteps({ onSignIn, ...options }: EnrolmentStepsProps) {
  const inSignIn = options.challenge !== undefined
  useRequiredAction('MfaEnrolment', 'startTotpEnrolment')
  const enrolment = useMfaEnrolment(options)
  const { step, state, finish, reset } = enrolment
  const [moved, setMoved] = useState(inSignIn)
  if (!moved && (step.kind === 'scan' || state.kind === 'mfa_disabled')) setMoved(true)

  const restart = restartOf(enrolment, inSignIn, onSignIn)
  const handlers: StateHandlers = { restart, cancel: restart, enrolMfa: reset }
  const props = { enrolment, handlers, takesFocus: moved }
  switch (step.kind) {
    case 'unknown':
      return <Checking {...props} />
    case 'off':
      return <Start {...props} inSignIn={inSignIn} onCancel={onSignIn} />
    case 'scan':
      return <EnrolmentScan {...props} {...step.enrolment} />
    case 'save_codes':
      return <CodesToSave codes={step.codes} onSaved={finish} />
    case 'on':
      return inSignIn ? <SignInAgain onSignIn={onSignIn} /> : <MfaOn {...props} />
    default:
      return step satisfies never
  }
}

/** A set-up begins again here; a sign-in that is over begins again where it was. */
function restartOf(
  { state, reset }: UseMfaEnrolment,
  inSignIn: boolean,
  onSignIn: (() => void) | undefined,
): (() => void) | undefined {
  if (state.kind === 'restart_required' && state.restart === 'enrolment') return reset
  if (inSignIn) return onSignIn
  return state.kind === 'sign_in_required' ? undefined : reset
}

function Checking({ enrolment: { state, check }, handlers, takesFocus }: EnrolmentStepProps) {
  const { say } = useCopy()
  return (
    <StepForm
      kind="unknown"
      heading="titles.mfaEnrolment"
      state={state}
      handlers={{ ...handlers, retry: check }}
      attempts={0}
      takesFocus={takesFocus}
      onSend={async (event) => {
        event.preventDefault()
        check()
      }}
    >
      <Spinner pending={state.kind === 'ready'} label={say('a11y.loading')} />
    </StepForm>
  )
}

interface StartProps extends EnrolmentStepProps {
  inSignIn: boolean
  onCancel: (() => void) | undefined
}

function Start({ enrolment, handlers, takesFocus, inSignIn, onCancel }: StartProps) {
  const { say } = useCopy()
  const { state, proof, start } = enrolment
  return (
    <StepForm
      kind="off"
      heading="titles.mfaEnrolment"
      state={state}
      handlers={{ ...handlers, retry: () => void start(), placedFields: proof.kinds ?? [] }}
      attempts={proof.form.formState.submitCount}
      takesFocus={takesFocus}
      onSend={start}
      intro={
        <>
          <LiveRegion politeness="polite">
            {state.kind === 'mfa_disabled' && <p data-gw="text">{say('mfa.disabled')}</p>}
          </LiveRegion>
          <p data-gw="text">{say('mfa.intro')}</p>
        </>
      }
      footer={
        onCancel && (
          <button type="button" data-gw="button" data-variant="quiet" onClick={onCancel}>
            {say('actions.back')}
          </button>
        )
      }
    >
      <ProofField proof={proof}>
        <SubmitButton pending={state.kind === 'submitting'}>
          {say(inSignIn ? 'actions.continue' : 'actions.setUpMfa')}
        </SubmitButton>
      </ProofField>
    </StepForm>
  )
}

/** The sign-in that asked for it begins anew, now with a second factor. */
function SignInAgain({ onSignIn }: Pick<EnrolmentStepsProps, 'onSignIn'>) {
  const { say } = useCopy()
  return (
    <Panel kind="on" heading={MFA_ON}>
      <p data-gw="text">{say('codes.session_missing.text')}</p>
      <NextActions lead="primary" wanted={['sign_in']} handlers={{ restart: onSignIn }} />
    </Panel>
  )
}
