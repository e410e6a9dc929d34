'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { useAuthSettings, type LinkTarget } from '../hooks/auth-context.js'
import {
  useOAuthCallback,
  type UseOAuthCallback,
  type UseOAuthCallbackOptions,
} from '../hooks/use-oauth-callback.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyKey, CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { LiveRegion } from '../primitives/announcer/live-region.js'
import { Spinner } from '../primitives/spinner/spinner.js'
import type { UiState } from '../ui-state/ui-state.js'
import { NextActions } from './next-actions.js'
import { Card } from './parts/card.js'
import { Panel } from './parts/panel.js'
import { nameOf, type NamedProvider } from './parts/provider-name.js'
import { isUiState, surfaceOf } from './surface.js'
import { UiStateView } from './ui-state-view.js'
import type { StateHandlers } from './view-props.js'

/** What `<OAuthCallback>` takes; other props reach the element around it. */
export interface OAuthCallbackProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, UseOAuthCallbackOptions {
  /** The providers that users may come from, for the names that the kit does not know. */
  providers?: readonly (string | NamedProvider)[] | undefined
  /**
   * Back to where ways of signing in are offered. Default: the place `links.signIn`, else `links.home`; for who came
   * to link an account, where they wanted to go.
   */
  onRestart?: (() => void) | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/**
 * The page a provider sends users back to: takes them in once, clears the address bar before anything is drawn,
 * and goes through whatever the answer is.
 */
export const OAuthCallback = forwardRef<HTMLDivElement, OAuthCallbackProps>(function OAuthCallback(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <CallbackScreen {...props} ref={ref} />
    </CopyOverride>
  )
})

const NONE: readonly string[] = []

const CallbackScreen = forwardRef<HTMLDivElement, Omit<OAuthCallbackProps, 'copy'>>(
  function CallbackScreen(
    { providers = NONE, onSignedIn, onLinked, onDeviceConnected, navigate, onRestart, ...props },
    ref,
  ) {
    useRequiredAction('OAuthCallback', 'startOAuth')
    const { links } = useAuthSettings('OAuthCallback')
    const { state, provider, purpose, returnTo, again, finish } = useOAuthCallback({
      onSignedIn,
      onLinked,
      onDeviceConnected,
      navigate,
    })
    const goBack = () =>
      follow(purpose === 'link' ? returnTo() : (links.signIn ?? links.home ?? '/'))
    const restart = onRestart ?? goBack
    const handlers = {
      finish,
      restart,
      chooseMethod: restart,
      retry: provider === null ? undefined : () => void again(),
    }
    const name = provider === null ? null : nameOf(provider, providers)
    return (
      <Card data-kind={state.kind} {...props} ref={ref}>
        {isUiState(state) ? (
          <Stopped state={state} name={name} handlers={handlers} />
        ) : (
          <OnTheWay state={state} name={name} purpose={purpose} />
        )}
      </Card>
    )
  },
)

interface OnTheWayProps {
  state: Exclude<UseOAuthCallback['state'], UiState>
  /** The provider's. */
  name: string | null
  purpose: UseOAuthCallback['purpose']
}

function OnTheWay({ state, name, purpose }: OnTheWayProps) {
  const { say, rich } = useCopy()
  const provider = <bdi>{name}</bdi>
  switch (state.kind) {
    case 'submitting':
    case 'leaving':
      return (
        <div role="status" data-gw="working">
          <Spinner pending />
          <p data-gw="text">
            {state.kind === 'leaving'
              ? rich('texts.redirecting', { provider })
              : say(purpose === 'link' ? 'a11y.working' : 'titles.oauthCallback')}
          </p>
        </div>
      )
    case 'signed_in':
      return <Arrived kind={state.kind} />
    case 'linked':
      return <Arrived kind={state.kind}>{rich('texts.accountLinked', { provider })}</Arrived>
    case 'device_connected':
      return <Arrived kind={state.kind}>{say('texts.deviceApproved')}</Arrived>
    default:
      return state satisfies never
  }
}

/** What to say at the end of a journey. */
const ARRIVED = {
  signed_in: 'codes.signed_in.text',
  linked: 'titles.done',
  device_connected: 'titles.done',
} as const satisfies Record<string, CopyKey>

function Arrived({ kind, children }: { kind: keyof typeof ARRIVED; children?: ReactNode }) {
  return (
    <Panel kind={kind} heading={ARRIVED[kind]}>
      {children && <p data-gw="text">{children}</p>}
      <NextActions lead="primary" wanted={['continue']} handlers={{}} />
    </Panel>
  )
}

interface StoppedProps {
  state: UiState
  name: string | null
  handlers: StateHandlers
}

/** There is no form here to speak above, so every state stands for itself. */
function Stopped({ state, name, handlers }: StoppedProps) {
  const { say, rich } = useCopy()
  if (surfaceOf(state) === 'panel') return <UiStateView state={state} handlers={handlers} />
  return (
    <Panel kind={state.kind} code={state.code} heading={`titles.${state.kind}`}>
      {state.kind === 'cancelled' ? (
        // Elsewhere whoever cancels is back at their form. Here they have to be told how to get on.
        <>
          <p data-gw="text">
            {name === null
              ? say('codes.cancelled.text')
              : rich('texts.sentBack', { provider: <bdi>{name}</bdi> })}
          </p>
          <NextActions wanted={['retry', 'other_method']} handlers={handlers} />
        </>
      ) : (
        <LiveRegion politeness="assertive">
          <UiStateView state={state} handlers={handlers} />
        </LiveRegion>
      )}
    </Panel>
  )
}

function follow(target: LinkTarget): void {
  if (typeof target === 'string') window.location.assign(target)
  else target()
}
