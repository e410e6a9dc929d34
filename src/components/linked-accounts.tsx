'use client'
import { forwardRef, useEffect, useRef, useState, type ComponentPropsWithoutRef } from 'react'
import { useAccountLinking } from '../hooks/use-account-linking.js'
import type { UseOAuthOptions } from '../hooks/use-oauth.js'
import { useRequiredAction } from '../hooks/use-required-action.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { LiveRegion } from '../primitives/announcer/live-region.js'
import { ActionButton } from './parts/action-button.js'
import { Card } from './parts/card.js'
import { OwnList } from './parts/own-list.js'
import { named, nameOf, type NamedProvider } from './parts/provider-name.js'
import { isUiState, surfaceOf } from './surface.js'
import { UiStateView } from './ui-state-view.js'

/** What `<LinkedAccounts>` takes; other props reach the element around it. */
export interface LinkedAccountsProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, UseOAuthOptions {
  /** Providers whose accounts may be linked, in the order in which they are offered. */
  providers?: readonly (string | NamedProvider)[] | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/** The user's accounts at providers: links more, and takes any but the last way to sign in away. */
export const LinkedAccounts = forwardRef<HTMLDivElement, LinkedAccountsProps>(
  function LinkedAccounts({ copy, ...props }, ref) {
    return (
      <CopyOverride copy={copy}>
        <AccountsScreen {...props} ref={ref} />
      </CopyOverride>
    )
  },
)

const NONE: readonly string[] = []

const AccountsScreen = forwardRef<HTMLDivElement, Omit<LinkedAccountsProps, 'copy'>>(
  function AccountsScreen(
    { providers = NONE, redirectUrl, returnTo, issuer, navigate, ...props },
    ref,
  ) {
    useRequiredAction('LinkedAccounts', 'listIdentities')
    const { t, say, rich } = useCopy()
    const heading = useRef<HTMLHeadingElement>(null)
    const { state, identities, listFailure, link, unlink, refresh, reset } = useAccountLinking({
      redirectUrl,
      returnTo,
      issuer,
      navigate,
    })
    // The button that was pressed is gone with its account.
    useEffect(() => {
      if (state.kind === 'unlinked') heading.current?.focus()
    }, [state])

    const busy = state.kind === 'submitting' || state.kind === 'leaving'
    const [asked, setAsked] = useState<string | null>(null)
    const asking = (id: string, act: () => Promise<void>) => ({
      pending: busy && asked === id,
      inactive: busy,
      onClick() {
        setAsked(id)
        void act()
      },
    })
    const called = (id: string) =>
      id === 'password' ? t('methods.password') : nameOf(id, providers)
    const linkable = providers
      .map(named)
      .filter(({ id }) => identities && !identities.some(({ provider }) => provider === id))
    if (isUiState(state) && surfaceOf(state) === 'panel') {
      return (
        <Card data-kind={state.kind} {...props} ref={ref}>
          <UiStateView state={state} handlers={{ restart: reset, cancel: reset }} />
        </Card>
      )
    }
    return (
      <Card data-kind={state.kind} {...props} ref={ref}>
        <h2 data-gw="heading" ref={heading} tabIndex={-1}>
          {say('titles.linkedAccounts')}
        </h2>
        <LiveRegion politeness="assertive">
          {isUiState(state) && <UiStateView state={state} handlers={{ hasForm: true }} />}
        </LiveRegion>
        <LiveRegion politeness="polite">
          {state.kind === 'unlinked' && (
            <p data-gw="text">
              {rich('texts.accountUnlinked', { provider: <bdi>{called(state.provider)}</bdi> })}
            </p>
          )}
        </LiveRegion>
        <OwnList
          items={identities}
          failure={listFailure}
          onRetry={refresh}
          empty="texts.noLinkedAccounts"
          label="titles.linkedAccounts"
        >
          {(identity) => (
            <li key={identity.id}>
              <bdi>{called(identity.provider)}</bdi>
              <ActionButton
                variant="quiet"
                data-provider={identity.provider}
                {...asking(identity.id, () => unlink(identity))}
              >
                {say('actions.unlinkAccount', { provider: called(identity.provider) })}
              </ActionButton>
            </li>
          )}
        </OwnList>
        {linkable.length > 0 && (
          <div data-gw="actions">
            {linkable.map(({ id, name }) => (
              <ActionButton key={id} data-provider={id} {...asking(id, () => link(id))}>
                <span>{rich('actions.linkAccount', { provider: <bdi>{name}</bdi> })}</span>
              </ActionButton>
            ))}
          </div>
        )}
      </Card>
    )
  },
)
