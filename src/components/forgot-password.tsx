'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import {
  usePasswordResetRequest,
  type UsePasswordResetRequestOptions,
} from '../hooks/use-password-reset-request.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { EmailRequestCard } from './parts/email-request-card.js'
import type { PlainFormProps } from './parts/flow-card.js'

/** What `<ForgotPassword>` takes; other props reach the element around it. */
export interface ForgotPasswordProps
  extends
    Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UsePasswordResetRequestOptions,
    PlainFormProps {
  /** Focuses the e-mail field as it appears. */
  takesFocus?: boolean | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
  /** Above the form, in place of what it is for. */
  intro?: ReactNode
  /** Below the form, in place of the link to sign-in. */
  footer?: ReactNode
}

/** Sends a link to set a new password. Says the same whether the address has an account or not. */
export const ForgotPassword = forwardRef<HTMLDivElement, ForgotPasswordProps>(
  function ForgotPassword({ copy, ...props }, ref) {
    return (
      <CopyOverride copy={copy}>
        <ForgotPasswordScreen {...props} ref={ref} />
      </CopyOverride>
    )
  },
)

const ForgotPasswordScreen = forwardRef<HTMLDivElement, Omit<ForgotPasswordProps, 'copy'>>(
  function ForgotPasswordScreen(
    { defaultEmail, redirectUrl, latencyFloorMs, delay, intro, ...props },
    ref,
  ) {
    useRequiredAction('ForgotPassword', 'requestPasswordReset')
    const { say } = useCopy()
    const request = usePasswordResetRequest({ defaultEmail, redirectUrl, latencyFloorMs, delay })
    return (
      <EmailRequestCard
        request={request}
        heading="titles.forgotPassword"
        send="actions.sendResetLink"
        sent="texts.resetRequested"
        intro={intro ?? <p data-gw="text">{say('texts.forgotPassword')}</p>}
        {...props}
        ref={ref}
      />
    )
  },
)
