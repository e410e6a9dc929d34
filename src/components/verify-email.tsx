'use client'
import { forwardRef, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { Session } from '../client/auth-client.js'
import type { LatencyOptions } from '../hooks/latency-floor.js'
import { useEmailVerification } from '../hooks/use-email-verification.js'
import { useEmailVerificationRequest } from '../hooks/use-email-verification-request.js'
import { useLinkToken } from '../hooks/use-link-token.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { useSession } from '../hooks/use-session.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { NextActions } from './next-actions.js'
import { CheckYourEmail } from './parts/check-your-email.js'
import { EmailRequestCard } from './parts/email-request-card.js'
import { FollowedLinkCard } from './parts/followed-link-card.js'
import { Panel } from './parts/panel.js'

/** What `<VerifyEmail>` takes; other props reach the element around it. */
export interface VerifyEmailProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, LatencyOptions {
  /** The token of the link. Default: taken from the page's address, and out of it. */
  token?: string | undefined
  /** The address to verify. Default: that of whoever is signed in, as far as the backend tells. */
  email?: string | undefined
  /** Called once the address is verified, or was before. */
  onVerified?: (() => void) | undefined
  /** Where the link in another mail leads, for backends that let the app say. */
  redirectUrl?: string | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
  /** Above the button, in place of what it is for. */
  intro?: ReactNode
}

/**
 * Where the link of a verification mail leads. The link is spent by a press of the button, never by opening it:
 * mail scanners open links, too. Without a link it says where to look for the mail.
 */
export const VerifyEmail = forwardRef<HTMLDivElement, VerifyEmailProps>(function VerifyEmail(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <VerifyEmailScreen {...props} ref={ref} />
    </CopyOverride>
  )
})

const VerifyEmailScreen = forwardRef<HTMLDivElement, Omit<VerifyEmailProps, 'copy'>>(
  function VerifyEmailScreen(
    { token, email, onVerified, redirectUrl, latencyFloorMs, delay, intro, ...props },
    ref,
  ) {
    useRequiredAction('VerifyEmail', 'verifyEmail')
    const session = useSession()
    const link = useLinkToken('verify_email', token)
    const address = email ?? emailOf(session)
    const { state, verify, resend, resendAt, reset } = useEmailVerification({
      email: address,
      onVerified,
      onTokenSpent: link.forget,
      latencyFloorMs,
      delay,
    })
    const { say } = useCopy()
    const [wantsMail, setWantsMail] = useState(false)

    const askForMail = () => {
      link.forget()
      setWantsMail(true)
    }
    if (wantsMail) {
      const options = { redirectUrl, latencyFloorMs, delay }
      return <MailRequest defaultEmail={address} {...options} {...props} ref={ref} />
    }
    // Who is signed in may not be known yet, and then neither is whether a dead link matters.
    const problem = session.status === 'unknown' ? null : link.problem
    const awaitsMail = problem !== null && link.status === 'absent' && address !== undefined
    const shown = state.kind === 'ready' && !awaitsMail ? (problem ?? state) : state
    const isDone = state.kind === 'done' || (state.kind === 'succeeded' && !awaitsMail)
    const isDead = shown.kind === 'link_invalid'
    const panel =
      isDone || (isVerified(session) && (isDead || awaitsMail)) ? (
        <Verified session={session} />
      ) : awaitsMail ? (
        <CheckYourEmail
          state={{ kind: 'message_sent', address, resendAt, resend: state }}
          text="texts.verificationSent"
          onResend={(captchaToken) => void resend(captchaToken)}
          onChangeAddress={askForMail}
        />
      ) : undefined
    return (
      <FollowedLinkCard
        state={shown}
        handlers={{
          // A link that is dead stays dead: starting over means asking for another.
          restart: isDead ? undefined : reset,
          requestLink: askForMail,
          email: address,
        }}
        heading="titles.verifyEmail"
        action="actions.verifyEmail"
        panel={panel}
        intro={intro ?? <p data-gw="text">{say('texts.verifyEmail')}</p>}
        onFollow={async () => {
          if (link.token !== null) await verify(link.token)
        }}
        {...props}
        ref={ref}
      />
    )
  },
)

interface MailRequestProps extends ComponentPropsWithoutRef<'div'>, LatencyOptions {
  defaultEmail: string | undefined
  redirectUrl: string | undefined
}

/** Asks for another link, for an address that may have to be typed. */
const MailRequest = forwardRef<HTMLDivElement, MailRequestProps>(function MailRequest(
  { defaultEmail, redirectUrl, latencyFloorMs, delay, ...props },
  ref,
) {
  const { say } = useCopy()
  const isIn = useSession().status === 'signed_in'
  const request = useEmailVerificationRequest({ defaultEmail, redirectUrl, latencyFloorMs, delay })
  return (
    <EmailRequestCard
      request={request}
      heading="titles.verifyEmail"
      send="actions.sendLink"
      sent="texts.resetRequested"
      intro={<p data-gw="text">{say('texts.verificationRequest')}</p>}
      // Whoever is signed in has no other way to go.
      footer={isIn ? false : undefined}
      takesFocus
      {...props}
      ref={ref}
    />
  )
})

function Verified({ session }: { session: Session }) {
  const { status } = session
  return (
    <Panel kind="email_verified" heading="codes.email_verified.text">
      <NextActions
        lead="primary"
        wanted={status === 'signed_in' ? ['continue'] : ['sign_in', 'home']}
        handlers={{ email: emailOf(session) }}
      />
    </Panel>
  )
}

function emailOf(session: Session): string | undefined {
  return session.status === 'signed_in' ? (session.user?.email ?? undefined) : undefined
}

function isVerified(session: Session): boolean {
  return session.status === 'signed_in' && session.user?.emailVerified === true
}
