'use client'
import { Controller } from 'react-hook-form'
import { toFieldError } from '../../hooks/form-errors.js'
import type { CodeMessage } from '../../hooks/use-code-messages.js'
import type { UseMfaChallenge } from '../../hooks/use-mfa-challenge.js'
import { useCopy } from '../../i18n/use-copy.js'
import { CheckboxField } from './checkbox-field.js'
import { CodeField } from './code-field.js'
import { Resend } from './resend.js'
import { SubmitButton } from './submit-button.js'

export interface ChallengeAnswerProps {
  flow: UseMfaChallenge
  asksForCode: boolean
  /** Ids of the texts that say what the code is for. */
  describedBy: string
  autoSubmit: boolean
}

/** What a factor is answered with: a code, a passkey, or first of all the message that brings the code. */
export function ChallengeAnswer({
  flow: { state, form, factor, message, sendCode, submit, canTrustDevice },
  asksForCode,
  describedBy,
  autoSubmit,
}: ChallengeAnswerProps) {
  const { say } = useCopy()
  const isBackupCode = factor.kind === 'backup_code'
  return (
    <>
      {asksForCode && (
        <Controller
          key={factor.kind}
          control={form.control}
          name="code"
          render={({ field, fieldState }) => (
            <CodeField
              field={field}
              fault={toFieldError('code', fieldState.error)}
              backup={isBackupCode}
              describedBy={describedBy}
              onComplete={autoSubmit && !isBackupCode ? () => void submit() : undefined}
            />
          )}
        />
      )}
      {asksForCode && canTrustDevice && (
        <CheckboxField label={say('labels.trustDevice')} {...form.register('trustDevice')} />
      )}
      {(asksForCode || factor.kind === 'webauthn') && (
        <SubmitButton pending={state.kind === 'submitting'}>
          {say(asksForCode ? 'actions.verify' : 'actions.continue')}
        </SubmitButton>
      )}
      {message && (
        <Resend
          state={{ kind: becameOf(message) }}
          resendAt={message.resendAt}
          onResend={() => void sendCode()}
          label={message.kind === 'due' ? 'actions.sendCode' : 'actions.resendCode'}
          sent="texts.codeSent"
        />
      )}
    </>
  )
}

/** That the first one was sent is plain from the field it brings; a refusal is said above the form. */
function becameOf({ kind, count }: CodeMessage): string {
  if (kind === 'sending') return 'submitting'
  return count > 1 ? 'succeeded' : 'ready'
}
