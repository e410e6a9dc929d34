'use client'
import { useId } from 'react'
import { Controller } from 'react-hook-form'
import type { TotpEnrolment } from '../../backends/actions.js'
import { toFieldError } from '../../hooks/form-errors.js'
import { useCopy } from '../../i18n/use-copy.js'
import { CodeField } from './code-field.js'
import type { EnrolmentStepProps } from './enrolment-steps.js'
import { QrCode } from './qr-code.js'
import { SetupKey } from './setup-key.js'
import { StepForm } from './step-form.js'
import { SubmitButton } from './submit-button.js'

export type EnrolmentScanProps = EnrolmentStepProps & Pick<TotpEnrolment, 'secret' | 'uri'>

/** Gives the authenticator app its secret, as a picture and as a key to type, and asks for its first code. */
export function EnrolmentScan({
  enrolment: { state, form, confirm, reset },
  handlers,
  takesFocus,
  secret,
  uri,
}: EnrolmentScanProps) {
  const { t, say } = useCopy()
  const id = useId()
  return (
    <StepForm
      kind="scan"
      heading="titles.mfaEnrolment"
      state={state}
      handlers={{ ...handlers, retry: () => void confirm(), placedFields: ['code'] }}
      attempts={form.formState.submitCount}
      takesFocus={takesFocus}
      onSend={confirm}
      intro={
        <>
          <p data-gw="text">{say('mfa.scan')}</p>
          <QrCode text={uri} label={t('a11y.qrCode')} />
          <p data-gw="text">{say('mfa.enterKey')}</p>
          <SetupKey secret={secret} />
          <p data-gw="text" id={id}>
            {say('mfa.confirm')}
          </p>
        </>
      }
      footer={
        <button type="button" data-gw="button" data-variant="quiet" onClick={reset}>
          {say('actions.cancel')}
        </button>
      }
    >
      <Controller
        control={form.control}
        name="code"
        render={({ field, fieldState }) => (
          <CodeField
            field={field}
            fault={toFieldError('code', fieldState.error)}
            describedBy={id}
          />
        )}
      />
      <SubmitButton pending={state.kind === 'submitting'}>{say('actions.verify')}</SubmitButton>
    </StepForm>
  )
}
