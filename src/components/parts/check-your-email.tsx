'use client'
import type { ReactNode } from 'react'
import type { MessageSent } from '../../hooks/use-message-request.js'
import type { CopyKey } from '../../i18n/resources.js'
import { useCopy } from '../../i18n/use-copy.js'
import { Panel } from './panel.js'
import { Resend } from './resend.js'

export interface CheckYourEmailProps {
  state: MessageSent
  /** The sentence that names the address as `{{address}}`. */
  text: CopyKey
  onResend: (captchaToken?: string) => void
  onChangeAddress: () => void
  /** Other ways on. */
  children?: ReactNode
}

/** A link is on its way: to which address, what to do with it, and what if it does not come. */
export function CheckYourEmail({
  state,
  text,
  onResend,
  onChangeAddress,
  children,
}: CheckYourEmailProps) {
  const { say, rich } = useCopy()
  return (
    <Panel kind={state.kind} heading="titles.checkEmail">
      <p data-gw="text">{rich(text, { address: <bdi dir="ltr">{state.address}</bdi> })}</p>
      <p data-gw="text">{say('texts.openLink')}</p>
      <p data-gw="text">{say('texts.checkSpam')}</p>
      <Resend state={state.resend} resendAt={state.resendAt} onResend={onResend} />
      {children}
      <button type="button" data-gw="button" data-variant="quiet" onClick={onChangeAddress}>
        {say('actions.changeAddress')}
      </button>
    </Panel>
  )
}
