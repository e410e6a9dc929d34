'use client'
import { forwardRef, useEffect, useId, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { Controller } from 'react-hook-form'
import { toFieldError } from '../../hooks/form-errors.js'
import type { CodeSent, UseOneTimeCode } from '../../hooks/use-one-time-code.js'
import { useCopy } from '../../i18n/use-copy.js'
import { CodeField } from './code-field.js'
import { FlowCard, type PlainFormProps } from './flow-card.js'
import { MailAddressField } from './mail-address-field.js'
import { Resend } from './resend.js'
import { SignedInPanel } from './signed-in-panel.js'
import { SubmitButton } from './submit-button.js'

export interface EmailCodeCardProps extends ComponentPropsWithoutRef<'div'>, PlainFormProps {
  /** What the hook gives. */
  code: UseOneTimeCode
  /** Above the form for the address, below the heading. */
  intro: ReactNode
  /** Below the form for the address. */
  footer: ReactNode
  /** Other ways on, once the code is sent. */
  waysOn: ReactNode
  /** Sends a whole code as soon as it is in. */
  autoSubmit: boolean
  /** Focuses the e-mail field as it appears. */
  takesFocus: boolean
}

/** Signs in with a code by e-mail: first the address, then the code. */
export const EmailCodeCard = forwardRef<HTMLDivElement, EmailCodeCardProps>(function EmailCodeCard(
  { code, intro, footer, waysOn, autoSubmit, takesFocus, ...props },
  ref,
) {
  const { say } = useCopy()
  const { state, addressForm, request, solveCaptcha, cancel, finish, reset } = code
  const { errors, submitCount } = addressForm.formState
  useEffect(() => {
    if (takesFocus) addressForm.setFocus('address')
  }, [addressForm, takesFocus])
  if (state.kind === 'code_sent') {
    return (
      <CodeStep
        {...props}
        code={code}
        sent={state}
        waysOn={waysOn}
        autoSubmit={autoSubmit}
        ref={ref}
      />
    )
  }
  const handlers = {
    retry: () => void request(),
    restart: reset,
    solveCaptcha: (token: string) => void solveCaptcha(token),
    finish,
    placedFields: ['email'],
    email: addressForm.getValues('address').trim(),
  }
  return (
    <FlowCard
      state={state}
      handlers={handlers}
      heading="titles.emailLink"
      panel={state.kind === 'signed_in' ? <SignedInPanel /> : undefined}
      intro={intro}
      footer={footer}
      attempts={submitCount}
      onSend={request}
      onReturn={() => addressForm.setFocus('address')}
      {...props}
      ref={ref}
    >
      <MailAddressField
        form={addressForm}
        field={addressForm.register('address')}
        fault={toFieldError('email', errors.address)}
      />
      <SubmitButton pending={state.kind === 'submitting'} onCancel={cancel}>
        {say('actions.sendCode')}
      </SubmitButton>
    </FlowCard>
  )
})

interface CodeStepProps extends ComponentPropsWithoutRef<'div'> {
  code: UseOneTimeCode
  sent: CodeSent
  waysOn: ReactNode
  autoSubmit: boolean
}

const CodeStep = forwardRef<HTMLDivElement, CodeStepProps>(function CodeStep(
  { code, sent, waysOn, autoSubmit, ...props },
  ref,
) {
  const { say, rich } = useCopy()
  const id = useId()
  const { codeForm, verify, resend, finish, reset } = code
  const { entry, address, resendAt } = sent
  // Whoever comes here has a code to type; the field's description says which.
  useEffect(() => codeForm.setFocus('code'), [codeForm])
  return (
    <FlowCard
      state={entry}
      handlers={{
        retry: () => void verify(),
        restart: reset,
        finish,
        placedFields: ['code'],
        email: address,
      }}
      heading="titles.checkEmail"
      intro={
        <div id={id}>
          <p data-gw="text">
            {rich('texts.codeRequested', { address: <bdi dir="ltr">{address}</bdi> })}
          </p>
          <p data-gw="text">{say('texts.checkSpam')}</p>
        </div>
      }
      footer={
        <div data-gw="actions">
          <Resend
            state={sent.resend}
            resendAt={resendAt}
            onResend={(token) => void resend(token)}
            label="actions.resendCode"
            sent="texts.codeSent"
          />
          {waysOn}
          <button type="button" data-gw="button" data-variant="quiet" onClick={reset}>
            {say('actions.changeAddress')}
          </button>
        </div>
      }
      attempts={codeForm.formState.submitCount}
      onSend={verify}
      onReturn={() => codeForm.setFocus('code')}
      {...props}
      ref={ref}
    >
      <Controller
        control={codeForm.control}
        name="code"
        render={({ field, fieldState }) => (
          <CodeField
            field={field}
            fault={toFieldError('code', fieldState.error)}
            describedBy={id}
            onComplete={autoSubmit ? () => void verify() : undefined}
          />
        )}
      />
      <SubmitButton pending={entry.kind === 'submitting'}>{say('actions.signIn')}</SubmitButton>
    </FlowCard>
  )
})
