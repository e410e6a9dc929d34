'use client'
import { forwardRef, useEffect, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { toFieldError } from '../../hooks/form-errors.js'
import type { EmailRequest } from '../../hooks/use-email-request.js'
import type { CopyKey } from '../../i18n/resources.js'
import { useCopy } from '../../i18n/use-copy.js'
import { CheckYourEmail } from './check-your-email.js'
import { FlowCard, type PlainFormProps } from './flow-card.js'
import { LinkControl } from './link-control.js'
import { MailAddressField } from './mail-address-field.js'
import { SubmitButton } from './submit-button.js'

export interface EmailRequestCardProps extends ComponentPropsWithoutRef<'div'>, PlainFormProps {
  request: EmailRequest
  heading: CopyKey
  /** What the button says. */
  send: CopyKey
  /** What is said once it is sent; names the address as `{{address}}`. */
  sent: CopyKey
  /** Above the form, below the heading. */
  intro: ReactNode
  /** Below the form, in place of the link to sign-in. */
  footer?: ReactNode
  /** Other ways on, once it is sent. */
  waysOn?: ReactNode
  /** Focuses the e-mail field as it appears. */
  takesFocus?: boolean | undefined
}

/** A form over an address that a link is sent to, and what to do once it is. */
export const EmailRequestCard = forwardRef<HTMLDivElement, EmailRequestCardProps>(
  function EmailRequestCard(
    { request, heading, send, sent, intro, footer, waysOn, takesFocus, ...props },
    ref,
  ) {
    const { say } = useCopy()
    const { state, form, submit, solveCaptcha, resend, cancel, reset } = request
    useEffect(() => {
      if (takesFocus) form.setFocus('email')
    }, [form, takesFocus])
    const { errors, submitCount } = form.formState
    const typedEmail = () => form.getValues('email').trim()
    const handlers = {
      retry: () => void submit(),
      // The form would only be refused again.
      restart: state.kind === 'sign_in_required' ? undefined : reset,
      solveCaptcha: (token: string) => void solveCaptcha(token),
      placedFields: ['email'],
      email: typedEmail(),
    }
    return (
      <FlowCard
        state={state}
        handlers={handlers}
        heading={heading}
        panel={
          state.kind === 'message_sent' ? (
            <CheckYourEmail
              state={state}
              text={sent}
              onResend={(token) => void resend(token)}
              onChangeAddress={reset}
            >
              {waysOn}
            </CheckYourEmail>
          ) : undefined
        }
        intro={intro}
        footer={
          footer ?? (
            <div data-gw="footer">
              <LinkControl to="signIn" email={typedEmail}>
                {say('actions.signInInstead')}
              </LinkControl>
            </div>
          )
        }
        attempts={submitCount}
        onSend={submit}
        onReturn={() => form.setFocus('email')}
        {...props}
        ref={ref}
      >
        <MailAddressField
          form={form}
          field={form.register('email')}
          fault={toFieldError('email', errors.email)}
        />
        <SubmitButton pending={state.kind === 'submitting'} onCancel={cancel}>
          {say(send)}
        </SubmitButton>
      </FlowCard>
    )
  },
)
