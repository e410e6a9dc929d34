'use client'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import {
  useAnonymousSignIn,
  type UseAnonymousSignInOptions,
} from '../hooks/use-anonymous-sign-in.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { ActionButton } from './parts/action-button.js'
import { WayIn } from './parts/way-in.js'

export interface GuestButtonProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, UseAnonymousSignInOptions {
  /** Called by "Use another method", as by moving the focus to the form. */
  onOtherMethod?: (() => void) | undefined
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

const GuestWayIn = forwardRef<HTMLDivElement, Omit<GuestButtonProps, 'copy'>>(function GuestWayIn(
  { onSignedIn, onOtherMethod, ...props },
  ref,
) {
  useRequiredAction('GuestButton', 'signInAnonymously')
  const { t } = useCopy()
  const { state, signIn, reset } = useAnonymousSignIn({ onSignedIn })
  const handlers = {
    retry: () => void signIn(),
    restart: reset,
    solveCaptcha: (token: string) => void signIn(token),
    chooseMethod: onOtherMethod,
  }
  return (
    <WayIn state={state} handlers={handlers} {...props} ref={ref}>
      <ActionButton pending={state.kind === 'submitting'} onClick={() => void signIn()}>
        {t('actions.signInAsGuest')}
      </ActionButton>
    </WayIn>
  )
})
