'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { toFieldError } from '../hooks/form-errors.js'
import {
  useDeviceActivation,
  type DeviceRequest,
  type UseDeviceActivation,
  type UseDeviceActivationOptions,
} from '../hooks/use-device-activation.js'
import type { RedirectOptions } from '../hooks/use-oauth.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyKey, CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { LiveRegion } from '../primitives/announcer/live-region.js'
import { FieldInput } from '../primitives/field/field.js'
import { NextActions } from './next-actions.js'
import { ActionButton } from './parts/action-button.js'
import { FlowCard } from './parts/flow-card.js'
import { FormField } from './parts/form-field.js'
import { Panel } from './parts/panel.js'
import { SubmitButton } from './parts/submit-button.js'
import { ProviderButtons } from './provider-buttons.js'
import { isUiState, surfaceOf } from './surface.js'
import { UiStateView } from './ui-state-view.js'

/** What `<DeviceActivation>` takes; other props reach the element around it. */
export interface DeviceActivationProps
  extends
    Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UseDeviceActivationOptions,
    RedirectOptions {
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/** Connects a device that shows a code: asks for the code, and then whether the user wants that. */
export const DeviceActivation = forwardRef<HTMLDivElement, DeviceActivationProps>(
  function DeviceActivation({ copy, ...props }, ref) {
    return (
      <CopyOverride copy={copy}>
        <ActivationScreen {...props} ref={ref} />
      </CopyOverride>
    )
  },
)

const ActivationScreen = forwardRef<HTMLDivElement, Omit<DeviceActivationProps, 'copy'>>(
  function ActivationScreen({ defaultUserCode, onDecided, redirectUrl, navigate, ...props }, ref) {
    useRequiredAction('DeviceActivation', 'verifyDeviceCode')
    const { say } = useCopy()
    const activation = useDeviceActivation({ defaultUserCode, onDecided })
    const { state, form, submit, request, reset } = activation
    const { errors, submitCount } = form.formState
    const inStatePanel = isUiState(state) && surfaceOf(state) === 'panel'
    return (
      <FlowCard
        state={state}
        handlers={{ retry: () => void submit(), restart: reset, cancel: reset }}
        heading="titles.deviceActivation"
        panel={
          request && !inStatePanel ? (
            <Decision {...activation} request={request}>
              <ProviderButtons
                providers={request.providers}
                userCode={request.userCode}
                redirectUrl={redirectUrl}
                navigate={navigate}
              />
            </Decision>
          ) : undefined
        }
        intro={<p data-gw="text">{say('texts.deviceActivation')}</p>}
        attempts={submitCount}
        onSend={submit}
        onReturn={() => form.setFocus('userCode')}
        {...props}
        ref={ref}
      >
        <FormField label={say('labels.deviceCode')} fault={toFieldError('code', errors.userCode)}>
          <FieldInput
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            dir="ltr"
            required
            {...form.register('userCode')}
          />
        </FormField>
        <SubmitButton pending={state.kind === 'submitting'}>{say('actions.continue')}</SubmitButton>
      </FlowCard>
    )
  },
)

const TITLES = {
  deciding: 'titles.deviceActivation',
  approved: 'titles.done',
  denied: 'titles.done',
} as const satisfies Record<string, CopyKey>

interface DecisionProps extends UseDeviceActivation {
  request: DeviceRequest
  /** Where one can sign in to approve. */
  children: ReactNode
}

function Decision({ state, request, approve, deny, reset, children }: DecisionProps) {
  const { say, rich } = useCopy()
  if (state.kind === 'approved' || state.kind === 'denied') {
    return (
      <Panel kind={state.kind} heading={TITLES[state.kind]}>
        <p data-gw="text">
          {say(state.kind === 'approved' ? 'texts.deviceApproved' : 'texts.deviceDenied')}
        </p>
        <NextActions lead="primary" wanted={['home', 'restart']} handlers={{ restart: reset }} />
      </Panel>
    )
  }
  const here = request.approval === 'here'
  const busy = state.kind === 'submitting'
  const code = (
    <strong data-gw="user-code" dir="ltr">
      {request.userCode}
    </strong>
  )
  return (
    <Panel kind="deciding" heading={TITLES.deciding}>
      <p data-gw="text">{rich(here ? 'texts.deviceConfirm' : 'texts.deviceSignIn', { code })}</p>
      <LiveRegion politeness="assertive">
        {isUiState(state) && <UiStateView state={state} handlers={{ hasForm: true }} />}
      </LiveRegion>
      {here ? (
        <div data-gw="actions">
          <ActionButton variant="primary" inactive={busy} onClick={() => void approve()}>
            {say('actions.approve')}
          </ActionButton>
          <ActionButton inactive={busy} onClick={() => void deny()}>
            {say('actions.deny')}
          </ActionButton>
        </div>
      ) : (
        children
      )}
      <ActionButton variant="quiet" inactive={busy} onClick={reset}>
        {say('actions.back')}
      </ActionButton>
    </Panel>
  )
}
