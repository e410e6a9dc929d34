'use client'
import {
  forwardRef,
  useId,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { useAuthSettings } from '../hooks/auth-context.js'
import { useSessions, type ListedSession } from '../hooks/use-sessions.js'
import { CopyOverride } from '../i18n/copy-override.js'
import { formatTimeAgo } from '../i18n/relative-time.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy, type Copy } from '../i18n/use-copy.js'
import { LiveRegion } from '../primitives/announcer/live-region.js'
import { deviceLabel } from './device-name.js'
import { Card } from './parts/card.js'
import { isUiState, surfaceOf } from './surface.js'
import { UiStateView } from './ui-state-view.js'

/** What `<Sessions>` takes; other props reach the element around it. */
export interface SessionsProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Called after the user has ended one or more sessions. */
  onEnded?: (() => void) | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/**
 * Where the user is signed in, with a way to sign out elsewhere. Backends that list sessions to fresh sign-ins
 * alone need a mounted `<StepUp>`.
 */
export const Sessions = forwardRef<HTMLDivElement, SessionsProps>(function Sessions(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <SessionsScreen {...props} ref={ref} />
    </CopyOverride>
  )
})

const SessionsScreen = forwardRef<HTMLDivElement, Omit<SessionsProps, 'copy'>>(
  function SessionsScreen({ onEnded, ...props }, ref) {
    const { t, say } = useCopy()
    const { state, ending, end, endOthers, endAll, reload, reset } = useSessions()
    const heading = useRef<HTMLHeadingElement>(null)
    const [said, setSaid] = useState<string | null>(null)
    const pending = ending.kind === 'submitting'

    async function endBy(verb: () => Promise<boolean>, saying: string) {
      setSaid(null)
      if (!(await verb())) return
      setSaid(saying)
      // The button that had the focus is gone.
      heading.current?.focus()
      onEnded?.()
    }

    if (isUiState(state) && surfaceOf(state) === 'panel') {
      return (
        <Card data-kind={state.kind} {...props} ref={ref}>
          <UiStateView state={state} handlers={{ retry: () => void reload() }} />
        </Card>
      )
    }
    const sessions = state.kind === 'listed' ? state.sessions : []
    const others = sessions.filter(({ current }) => current !== true)
    return (
      <Card data-kind={state.kind} {...props} ref={ref}>
        <h2 data-gw="heading" ref={heading} tabIndex={-1}>
          {say('titles.sessions')}
        </h2>
        <LiveRegion politeness="polite">
          {state.kind === 'submitting' ? (
            <p data-gw="working">{say('a11y.loading')}</p>
          ) : (
            said && <p data-gw="text">{said}</p>
          )}
        </LiveRegion>
        <LiveRegion politeness="assertive">
          {isUiState(state) ? (
            <UiStateView state={state} handlers={{ retry: () => void reload() }} />
          ) : (
            isUiState(ending) && <UiStateView state={ending} handlers={{ restart: reset }} />
          )}
        </LiveRegion>
        {sessions.length > 0 && (
          <ul data-gw="list" aria-label={t('titles.sessions')}>
            {sessions.map((session) => (
              <Device
                key={session.key}
                session={session}
                pending={pending}
                onEnd={(name) =>
                  void endBy(() => end(session.key), t('texts.deviceSignedOut', { device: name }))
                }
              />
            ))}
          </ul>
        )}
        {state.kind === 'listed' && others.length === 0 && (
          <p data-gw="text">{say('texts.noSessions')}</p>
        )}
        {others.length > 0 && (
          <div data-gw="actions">
            {endOthers && others.length > 1 && (
              <EndButton
                pending={pending}
                onPress={() => void endBy(endOthers, t('texts.othersSignedOut'))}
              >
                {say('actions.signOutOthers')}
              </EndButton>
            )}
            {endAll && (
              <EndButton pending={pending} onPress={() => void endAll()}>
                {say('actions.signOutEverywhere')}
              </EndButton>
            )}
          </div>
        )}
      </Card>
    )
  },
)

interface DeviceProps {
  session: ListedSession
  pending: boolean
  /** Given the device's name. */
  onEnd: (name: string) => void
}

function Device({ session, pending, onEnd }: DeviceProps) {
  const { userAgent, current, lastActiveAt, ipAddress } = session
  const { t, say, rich, language } = useCopy()
  const { now } = useAuthSettings('Sessions')
  const id = useId()
  const name = nameOf(userAgent, t)
  return (
    <li data-current={current === true || undefined}>
      <div>
        <p data-gw="label">
          {name} {current === true && <span data-gw="badge">{say('labels.thisDevice')}</span>}
        </p>
        <div id={id}>
          {lastActiveAt !== null && (
            <p data-gw="description">
              {say('labels.lastActive', { when: formatTimeAgo(lastActiveAt, now(), language) })}
            </p>
          )}
          {ipAddress !== null && (
            <p data-gw="description">
              {rich('labels.ipAddress', { address: <bdi dir="ltr">{ipAddress}</bdi> })}
            </p>
          )}
        </div>
      </div>
      {current !== true && (
        <EndButton
          pending={pending}
          label={t('actions.signOutDevice', { device: name })}
          describedBy={id}
          onPress={() => onEnd(name)}
        >
          {say('actions.signOut')}
        </EndButton>
      )}
    </li>
  )
}

interface EndButtonProps {
  pending: boolean
  /** In full, where the text says less than there is to know. */
  label?: string
  describedBy?: string
  onPress: () => void
  children: ReactNode
}

function EndButton({ pending, label, describedBy, onPress, children }: EndButtonProps) {
  return (
    <button
      type="button"
      data-gw="button"
      data-variant="secondary"
      aria-disabled={pending || undefined}
      aria-label={label}
      aria-describedby={describedBy}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

function nameOf(userAgent: string | null, t: Copy['t']): string {
  return deviceLabel(userAgent, t) ?? t('labels.unknownDevice')
}
