'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { AuthUser } from '../backends/actions.js'
import { usePasskeys } from '../hooks/use-passkeys.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { MethodButton } from './parts/method-button.js'
import { useTypedEmail } from './parts/other-ways.js'
import { PasskeyIcon } from './parts/way-icons.js'
import { WayIn } from './parts/way-in.js'

/** What `<PasskeyButton>` takes; other props reach the element around it. */
export interface PasskeyButtonProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Called once somebody is signed in. */
  onSignedIn?: ((user: AuthUser | null) => void) | undefined
  /**
   * The address typed so far, read when the button is pressed; AuthOS finds passkeys by it. Default: what is in the
   * form, among the `ways` of a `<SignIn>`.
   */
  email?: (() => string) | undefined
  /** Offers passkeys in the suggestions of the page's field with `autocomplete="username webauthn"` as well. */
  autofill?: boolean | undefined
  /** Called by "Use another method". Default: moves the focus to the form, among the `ways` of a `<SignIn>`. */
  onOtherMethod?: (() => void) | undefined
  /** In front of the words; null for none. Default: a key. */
  icon?: ReactNode
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/** Signs in with a passkey. Shows nothing where the browser knows none. */
export const PasskeyButton = forwardRef<HTMLDivElement, PasskeyButtonProps>(function PasskeyButton(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <PasskeyWayIn {...props} ref={ref} />
    </CopyOverride>
  )
})

const ICON = <PasskeyIcon />

const PasskeyWayIn = forwardRef<HTMLDivElement, Omit<PasskeyButtonProps, 'copy'>>(
  function PasskeyWayIn(
    { onSignedIn, email, autofill, onOtherMethod, icon = ICON, ...props },
    ref,
  ) {
    useRequiredAction('PasskeyButton', 'signInWithPasskey')
    const { say } = useCopy()
    const typedEmail = useTypedEmail()
    const { state, supported, signIn, finish, reset } = usePasskeys({ onSignedIn, autofill })
    const ask = () => void signIn((email ?? typedEmail)?.().trim() || undefined)
    const handlers = { retry: ask, restart: reset, finish, chooseMethod: onOtherMethod }
    if (!supported) return null
    return (
      <WayIn state={state} handlers={handlers} {...props} ref={ref}>
        <MethodButton
          method="passkey"
          icon={icon}
          pending={state.kind === 'submitting'}
          onClick={ask}
        >
          {say('actions.signInWithPasskey')}
        </MethodButton>
      </WayIn>
    )
  },
)
