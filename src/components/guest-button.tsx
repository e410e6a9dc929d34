'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import {
  useAnonymousSignIn,
  type UseAnonymousSignInOptions,
} from '../hooks/use-anonymous-sign-in.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { MethodButton } from './parts/method-button.js'
import { GuestIcon } from './parts/way-icons.js'
import { WayIn } from './parts/way-in.js'

/** What `<GuestButton>` takes; other props reach the element around it. */
export interface GuestButtonProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, UseAnonymousSignInOptions {
  /** Called by "Use another method". Default: moves the focus to the form, among the `ways` of a `<SignIn>`. */
  onOtherMethod?: (() => void) | undefined
  /** In front of the words; null for none. Default: somebody without a name. */
  icon?: ReactNode
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/** Lets people in without an account. */
export const GuestButton = forwardRef<HTMLDivElement, GuestButtonProps>(function GuestButton(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <GuestWayIn {...props} ref={ref} />
    </CopyOverride>
  )
})

const ICON = <GuestIcon />

const GuestWayIn = forwardRef<HTMLDivElement, Omit<GuestButtonProps, 'copy'>>(function GuestWayIn(
  { onSignedIn, onOtherMethod, icon = ICON, ...props },
  ref,
) {
  useRequiredAction('GuestButton', 'signInAnonymously')
  const { say } = useCopy()
  const { state, signIn, reset } = useAnonymousSignIn({ onSignedIn })
  const handlers = {
    retry: () => void signIn(),
    restart: reset,
    solveCaptcha: (token: string) => void signIn(token),
    chooseMethod: onOtherMethod,
  }
  return (
    <WayIn state={state} handlers={handlers} {...props} ref={ref}>
      <MethodButton
        method="guest"
        icon={icon}
        pending={state.kind === 'submitting'}
        onClick={() => void signIn()}
      >
        {say('actions.signInAsGuest')}
      </MethodButton>
    </WayIn>
  )
})
