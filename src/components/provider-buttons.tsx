'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { useOAuth, type UseOAuthOptions } from '../hooks/use-oauth.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { MethodButton } from './parts/method-button.js'
import { named, type NamedProvider } from './parts/provider-name.js'
import { WayIn } from './parts/way-in.js'

/** What `<ProviderButtons>` takes; other props reach the element around it. */
export interface ProviderButtonsProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, UseOAuthOptions {
  /** In the order in which they are offered. */
  providers: readonly (string | NamedProvider)[]
  /** A picture in front of a provider's name; its name is said anyway. */
  icon?: ((provider: string) => ReactNode) | undefined
  /** Code of the device that the sign-in is to connect. */
  userCode?: string | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/** Sends users to a provider to sign in: one button each. `<OAuthCallback/>` takes them in when they come back. */
export const ProviderButtons = forwardRef<HTMLDivElement, ProviderButtonsProps>(
  function ProviderButtons({ copy, ...props }, ref) {
    return (
      <CopyOverride copy={copy}>
        <Providers {...props} ref={ref} />
      </CopyOverride>
    )
  },
)

const Providers = forwardRef<HTMLDivElement, Omit<ProviderButtonsProps, 'copy'>>(function Providers(
  { providers, icon, userCode, redirectUrl, returnTo, issuer, navigate, ...props },
  ref,
) {
  useRequiredAction('ProviderButtons', 'startOAuth')
  const { t, rich } = useCopy()
  const { state, provider, start, reset } = useOAuth({ redirectUrl, returnTo, issuer, navigate })
  const busy = state.kind === 'submitting' || state.kind === 'leaving'
  const again = (captchaToken?: string) =>
    void (provider !== null && start(provider, { captchaToken, userCode }))
  const handlers = { retry: () => again(), restart: reset, solveCaptcha: again }
  return (
    <WayIn
      state={state}
      handlers={handlers}
      role="group"
      aria-label={t('a11y.providers')}
      {...props}
      ref={ref}
    >
      {providers.map(named).map(({ id, name }) => (
        <MethodButton
          key={id}
          method={id}
          icon={icon?.(id)}
          pending={busy && provider === id}
          inactive={busy}
          onClick={() => void start(id, { userCode })}
        >
          {rich('actions.signInWith', { provider: <bdi>{name}</bdi> })}
        </MethodButton>
      ))}
    </WayIn>
  )
})
