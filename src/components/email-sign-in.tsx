'use client'
import { forwardRef, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { AuthUser } from '../backends/actions.js'
import type { LatencyOptions } from '../hooks/latency-floor.js'
import { useActionFacts } from '../hooks/use-action-facts.js'
import { useLinkToken, type LinkToken } from '../hooks/use-link-token.js'
import { useMagicLink } from '../hooks/use-magic-link.js'
import { useMagicLinkRequest } from '../hooks/use-magic-link-request.js'
import { useOneTimeCode } from '../hooks/use-one-time-code.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { useSession } from '../hooks/use-session.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { EmailCodeCard } from './parts/email-code-card.js'
import { EmailRequestCard } from './parts/email-request-card.js'
import type { PlainFormProps } from './parts/flow-card.js'
import { FollowedLinkCard } from './parts/followed-link-card.js'
import { LinkControl } from './parts/link-control.js'
import { SignedInPanel } from './parts/signed-in-panel.js'

/** What the mail holds that signs in. */
export type EmailSignInMethod = 'link' | 'code'

/** What the screen and the button that leads to it take alike. */
export interface EmailWayOptions {
  /** What is offered first. Default: a link where the backend sends links, else a code. */
  method?: EmailSignInMethod | undefined
  /** Called once somebody is signed in, after every further step. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /** Where the link in the mail leads, for backends that let the app say: a page with this component. */
  redirectUrl?: string | undefined
  /** Sends a whole code as soon as it is in. Default true. */
  autoSubmit?: boolean | undefined
}

/** What `<EmailSignIn>` takes; other props reach the element around it. */
export interface EmailSignInProps
  extends
    Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    EmailWayOptions,
    LatencyOptions,
    PlainFormProps {
  /** The token of a link. Default: taken from the page's address, and out of it. */
  token?: string | undefined
  /** Fills the e-mail field. */
  defaultEmail?: string | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
  /** Above the form, in place of what it is for. */
  intro?: ReactNode
  /** Below the form, in place of the other ways to sign in. */
  footer?: ReactNode
}

/** Signs in without a password: with a link or a code by e-mail. It is also where the link leads. */
export const EmailSignIn = forwardRef<HTMLDivElement, EmailSignInProps>(function EmailSignIn(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <EmailSignInScreen {...props} ref={ref} />
    </CopyOverride>
  )
})

/** What each method asks of the backend. */
export const EMAIL_ACTIONS = { link: 'requestMagicLink', code: 'requestEmailCode' } as const

/** A link asks for nothing to be typed, so it is preferred; null while the backend is not known. */
export function methodFor(sendsLinks: boolean | null): EmailSignInMethod | null {
  if (sendsLinks === null) return null
  return sendsLinks ? 'link' : 'code'
}

const EmailSignInScreen = forwardRef<HTMLDivElement, Omit<EmailSignInProps, 'copy'>>(
  function EmailSignInScreen(
    {
      method: wanted,
      token,
      onSignedIn,
      defaultEmail = '',
      redirectUrl,
      autoSubmit = true,
      action,
      latencyFloorMs,
      delay,
      ...props
    },
    ref,
  ) {
    const link = useLinkToken('magic_link', token)
    const sendsLinks = useActionFacts('requestMagicLink').supported
    const sendsCodes = useActionFacts('requestEmailCode').supported
    const [chosen, setChosen] = useState<{ method: EmailSignInMethod; email: string } | null>(null)
    const settled = chosen?.method ?? wanted ?? methodFor(sendsLinks)
    const method = settled ?? 'link'
    useRequiredAction('EmailSignIn', settled && EMAIL_ACTIONS[settled])

    const offer = (other: EmailSignInMethod, supported: boolean | null) => {
      if (!supported) return undefined
      return (email: string) => {
        link.forget()
        setChosen({ method: other, email })
      }
    }
    const onLink = offer('link', sendsLinks)
    const onCode = offer('code', sendsCodes)
    const wasFollowed = link.status !== 'absent' && link.status !== 'unknown'
    if (wasFollowed && chosen === null) {
      return <FollowedLink {...{ link, onSignedIn, onLink, onCode }} {...props} ref={ref} />
    }
    const step = {
      ...props,
      action,
      email: chosen?.email ?? defaultEmail,
      latency: { latencyFloorMs, delay },
      // Whoever has chosen here goes on by keyboard.
      takesFocus: chosen !== null,
    }
    return method === 'code' ? (
      <CodeByEmail {...step} {...{ onSignedIn, autoSubmit }} onOther={onLink} ref={ref} />
    ) : (
      <LinkByEmail {...step} redirectUrl={redirectUrl} onOther={onCode} ref={ref} />
    )
  },
)

interface StepProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, PlainFormProps {
  email: string
  latency: LatencyOptions
  intro?: ReactNode
  footer?: ReactNode
  takesFocus: boolean
  /** Goes on with the other method; undefined where the backend has none. */
  onOther: ((email: string) => void) | undefined
}

interface LinkByEmailProps extends StepProps {
  redirectUrl: string | undefined
}

const LinkByEmail = forwardRef<HTMLDivElement, LinkByEmailProps>(function LinkByEmail(
  { email, redirectUrl, latency, onOther, intro, footer, ...props },
  ref,
) {
  const { say } = useCopy()
  const request = useMagicLinkRequest({ defaultEmail: email, redirectUrl, ...latency })
  const other = onOther && (
    <OtherWay onChoose={() => onOther(request.form.getValues('email').trim())}>
      {say('actions.emailCode')}
    </OtherWay>
  )
  return (
    <EmailRequestCard
      request={request}
      heading="titles.emailLink"
      send="actions.signInByEmail"
      sent="texts.linkRequested"
      intro={intro ?? <p data-gw="text">{say('texts.emailLink')}</p>}
      footer={footer ?? <OtherWays>{other}</OtherWays>}
      waysOn={other}
      {...props}
      ref={ref}
    />
  )
})

interface CodeByEmailProps extends StepProps {
  onSignedIn: EmailSignInProps['onSignedIn']
  autoSubmit: boolean
}

const CodeByEmail = forwardRef<HTMLDivElement, CodeByEmailProps>(function CodeByEmail(
  { email, latency, onSignedIn, onOther, intro, footer, ...props },
  ref,
) {
  const { say } = useCopy()
  const code = useOneTimeCode({ defaultAddress: email, onSignedIn, ...latency })
  const other = onOther && (
    <OtherWay onChoose={() => onOther(code.addressForm.getValues('address').trim())}>
      {say('actions.signInByEmail')}
    </OtherWay>
  )
  return (
    <EmailCodeCard
      code={code}
      intro={intro ?? <p data-gw="text">{say('texts.emailCode')}</p>}
      footer={footer ?? <OtherWays>{other}</OtherWays>}
      waysOn={other}
      {...props}
      ref={ref}
    />
  )
})

interface FollowedLinkProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  link: LinkToken
  onSignedIn: EmailSignInProps['onSignedIn']
  onLink: ((email: string) => void) | undefined
  onCode: ((email: string) => void) | undefined
  intro?: ReactNode
  footer?: ReactNode
}

const FollowedLink = forwardRef<HTMLDivElement, FollowedLinkProps>(function FollowedLink(
  { link, onSignedIn, onLink, onCode, intro, ...props },
  ref,
) {
  const { say } = useCopy()
  const session = useSession()
  const { state, follow, finish, reset } = useMagicLink({ onSignedIn, onTokenSpent: link.forget })
  const shown = state.kind === 'ready' ? (link.problem ?? state) : state
  // A link that is followed twice takes nothing from whoever is in already.
  const isIn = state.kind === 'signed_in' || session.status === 'signed_in'
  const isDead = shown.kind === 'link_invalid'
  return (
    <FollowedLinkCard
      state={shown}
      handlers={{
        restart: isDead ? undefined : onLink ? () => onLink('') : reset,
        requestLink: onLink && (() => onLink('')),
        emailCode: onCode && (() => onCode('')),
        finish,
      }}
      heading="titles.emailLink"
      action="actions.signIn"
      panel={isIn && (isDead || state.kind === 'signed_in') ? <SignedInPanel /> : undefined}
      intro={intro ?? <p data-gw="text">{say('texts.followedLink')}</p>}
      onFollow={async () => {
        if (link.token !== null) await follow(link.token)
      }}
      {...props}
      ref={ref}
    />
  )
})

function OtherWay({ onChoose, children }: { onChoose: () => void; children: ReactNode }) {
  return (
    <button type="button" data-gw="button" data-variant="quiet" onClick={onChoose}>
      {children}
    </button>
  )
}

/** The other method, and the password where the app has a place for it. */
function OtherWays({ children }: { children: ReactNode }) {
  const { say } = useCopy()
  return (
    <div data-gw="footer">
      {children}
      <LinkControl to="signIn">{say('actions.usePassword')}</LinkControl>
    </div>
  )
}
