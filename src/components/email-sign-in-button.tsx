'use client'
import {
  forwardRef,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { AuthContext, useAuthSettings } from '../hooks/auth-context.js'
import { useActionFacts } from '../hooks/use-action-facts.js'
import type { Ready } from '../hooks/use-flow.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { EMAIL_ACTIONS, EmailSignIn, methodFor, type EmailWayOptions } from './email-sign-in.js'
import { MethodButton } from './parts/method-button.js'
import { useTypedEmail } from './parts/other-ways.js'
import { MailIcon } from './parts/way-icons.js'
import { WayIn } from './parts/way-in.js'

/** What `<EmailSignInButton>` takes; other props reach the element around it. */
export interface EmailSignInButtonProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, EmailWayOptions {
  /** In front of the words; null for none. Default: an envelope. */
  icon?: ReactNode
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/** Turns a sign-in screen to `<EmailSignIn/>` and back, with the address that was typed. */
export const EmailSignInButton = forwardRef<HTMLDivElement, EmailSignInButtonProps>(
  function EmailSignInButton({ copy, ...props }, ref) {
    return (
      <CopyOverride copy={copy}>
        <EmailWayIn {...props} ref={ref} />
      </CopyOverride>
    )
  },
)

/** What comes of it is said by `<EmailSignIn/>`. */
const READY: Ready = { kind: 'ready' }
const NO_HANDLERS = {}

const ICON = <MailIcon />

const EmailWayIn = forwardRef<HTMLDivElement, Omit<EmailSignInButtonProps, 'copy'>>(
  function EmailWayIn(
    { method: wanted, onSignedIn, redirectUrl, autoSubmit, icon = ICON, ...props },
    ref,
  ) {
    const { say } = useCopy()
    const sendsLinks = useActionFacts('requestMagicLink').supported
    const method = wanted ?? methodFor(sendsLinks)
    useRequiredAction('EmailSignInButton', method && EMAIL_ACTIONS[method])
    const typedEmail = useTypedEmail()
    const [isOpen, setOpen] = useState(false)
    const panel = isOpen && (
      <Opened onPassword={() => setOpen(false)}>
        <EmailSignIn
          {...{ method: wanted, onSignedIn, redirectUrl, autoSubmit }}
          defaultEmail={typedEmail?.()}
        />
      </Opened>
    )
    return (
      <WayIn state={READY} handlers={NO_HANDLERS} panel={panel || undefined} {...props} ref={ref}>
        <MethodButton method="email" icon={icon} onClick={() => setOpen(true)}>
          {say(method === 'code' ? 'actions.emailCode' : 'actions.signInByEmail')}
        </MethodButton>
      </WayIn>
    )
  },
)

/** Whoever has opened it goes on by keyboard, and to the password that is one step back. */
function Opened({ onPassword, children }: { onPassword: () => void; children: ReactNode }) {
  const settings = useAuthSettings('EmailSignInButton')
  const root = useRef<HTMLDivElement>(null)
  const back = useRef(onPassword)
  useEffect(() => {
    back.current = onPassword
  }, [onPassword])
  useEffect(() => root.current?.querySelector('input')?.focus(), [])
  const own = useMemo(
    () => ({ ...settings, links: { ...settings.links, signIn: () => back.current() } }),
    [settings],
  )
  return (
    <AuthContext.Provider value={own}>
      <div ref={root}>{children}</div>
    </AuthContext.Provider>
  )
}
