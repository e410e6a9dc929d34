'use client'
import { useBackupCodes } from '../../hooks/use-backup-codes.js'
import { useRequiredAction } from '../../hooks/use-required-action.js'
import { useCopy } from '../../i18n/use-copy.js'
import { CodesToSave } from './codes-to-save.js'
import { ProofField } from './proof-field.js'
import { StepForm } from './step-form.js'
import { SubmitButton } from './submit-button.js'

export interface BackupCodesPanelProps {
  /** New codes are saved. */
  onSaved?: (() => void) | undefined
  onCancel?: (() => void) | undefined
  /** False for the first thing on a page. */
  takesFocus: boolean
}

/** How many backup codes are left, and new ones when they are asked for. */
export function BackupCodesPanel({ onSaved, onCancel, takesFocus }: BackupCodesPanelProps) {
  useRequiredAction('BackupCodes', 'regenerateBackupCodes')
  const { say } = useCopy()
  const { state, codes, remaining, proof, regenerate, retry, finish, reset } = useBackupCodes()
  if (codes) {
    return (
      <CodesToSave
        codes={codes}
        onSaved={() => {
          finish()
          onSaved?.()
        }}
      />
    )
  }
  const back = state.kind === 'sign_in_required' ? undefined : (onCancel ?? reset)
  return (
    <StepForm
      kind="backup_codes"
      heading="a11y.backupCodes"
      state={state}
      handlers={{ retry, restart: back, cancel: back, placedFields: proof.kinds ?? [] }}
      attempts={proof.form.formState.submitCount}
      takesFocus={takesFocus}
      onSend={regenerate}
      intro={
        <>
          {remaining !== null && (
            <p data-gw="text" data-remaining={remaining}>
              {remaining === 0
                ? say('mfa.noBackupCodes')
                : say('counts.backupCodesLeft', { count: remaining })}
            </p>
          )}
          <p data-gw="text">{say('mfa.newBackupCodes')}</p>
        </>
      }
      footer={
        onCancel && (
          <button type="button" data-gw="button" data-variant="quiet" onClick={onCancel}>
            {say('actions.cancel')}
          </button>
        )
      }
    >
      <ProofField proof={proof}>
        <SubmitButton pending={state.kind === 'submitting'}>
          {say('actions.newBackupCodes')}
        </SubmitButton>
      </ProofField>
    </StepForm>
  )
}
