'use client'
import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { requireOrigins } from '../client/allowed-origins.js'
import { mayBeUsedHere } from '../client/framing.js'
import { useCopy } from '../i18n/use-copy.js'
import { Card } from './parts/card.js'
import { Panel } from './parts/panel.js'

/** What `<FrameGuard>` takes. */
export interface FrameGuardProps {
  /** Origins that may frame this page, its own among them only where it is named; `[]` for none. */
  allow: readonly string[]
  /** Shown to those who see the page in another frame. Default: that it is not allowed there, and a link to the page. */
  refusal?: ReactNode
  /** What is drawn in no stranger's frame. */
  children: ReactNode
}

/**
 * Draws what is below it only where no stranger frames the page, so that nobody types or presses anything under
 * another site's paint. A second line behind the header `Content-Security-Policy: frame-ancestors`: a server cannot
 * know who frames a page, so nothing below is drawn before the page's script runs.
 *
 * @throws when an entry of `allow` is no http(s) origin.
 */
export function FrameGuard({ allow, refusal, children }: FrameGuardProps) {
  const named = allow.join(' ')
  const allowed = useMemo(
    () =>
      requireOrigins(named === '' ? [] : named.split(' '), {
        option: '<FrameGuard allow>',
        because: 'A frame is known by its whole origin',
        example: "allow={['https://portal.example']}",
      }),
    [named],
  )
  const isSafe = useSyncExternalStore(
    neverChanges,
    () => mayBeUsedHere(allowed),
    () => null,
  )
  if (isSafe === null) return null
  return isSafe ? children : (refusal ?? <Refusal />)
}

/** A page stays in its frame as long as it lives. */
function neverChanges() {
  return () => undefined
}

function Refusal() {
  const { t, say } = useCopy()
  return (
    <Card data-kind="framed">
      <Panel kind="framed" heading="titles.blocked_by_policy" takesFocus={false}>
        <div data-gw="actions">
          <a
            data-gw="button"
            data-variant="secondary"
            href={window.location.href}
            target="_blank"
            rel="noopener noreferrer"
          >
            {say('a11y.newTab', { label: t('actions.continue') })}
          </a>
        </div>
      </Panel>
    </Card>
  )
}
