'use client'
import type { ReactNode } from 'react'
import { useAuthSettings, type AuthLinks, type LinkTarget } from '../hooks/auth-context.js'
import type { CopyKey } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { PlaceLink } from './parts/place-link.js'
import { safeHref } from './safe-href.js'
import type { StateHandlers } from './view-props.js'

interface ActionRow {
  label: CopyKey
  handler?: keyof StateHandlers
  link?: keyof AuthLinks
}

/** What can be done next: the flow's own handler first, else a place of the app. */
const ACTIONS = {
  retry: { label: 'actions.tryAgain', handler: 'retry' },
  restart: { label: 'actions.startOver', handler: 'restart' },
  back: { label: 'actions.back', handler: 'restart' },
  other_account: { label: 'actions.otherAccount', handler: 'otherAccount' },
  cancel: { label: 'actions.cancel', handler: 'cancel' },
  continue: { label: 'actions.continue', handler: 'retry', link: 'home' },
  sign_in: { label: 'actions.signIn', handler: 'restart', link: 'signIn' },
  to_sign_in: { label: 'actions.signIn', link: 'signIn' },
  sign_in_instead: { label: 'actions.signInInstead', link: 'signIn' },
  reset_password: { label: 'actions.resetPassword', link: 'resetPassword' },
  set_password: { label: 'actions.setPassword', handler: 'setPassword', link: 'resetPassword' },
  set_up_mfa: { label: 'actions.setUpMfa', handler: 'enrolMfa', link: 'enrolMfa' },
  reauthenticate: { label: 'actions.confirmIdentity', handler: 'reauthenticate', link: 'signIn' },
  request_link: { label: 'actions.requestNewLink', handler: 'requestLink' },
  request_reset_link: {
    label: 'actions.requestNewLink',
    handler: 'requestLink',
    link: 'resetPassword',
  },
  email_code: { label: 'actions.emailCode', handler: 'emailCode' },
  other_method: { label: 'actions.otherMethod', handler: 'chooseMethod' },
  support: { label: 'actions.contactSupport', link: 'support' },
  administrator: { label: 'actions.contactAdministrator', link: 'support' },
  request_access: { label: 'actions.requestAccess', link: 'support' },
  sessions: { label: 'actions.manageSessions', handler: 'manageSessions', link: 'sessions' },
  status: { label: 'actions.checkStatus', link: 'status' },
  home: { label: 'actions.goHome', link: 'home' },
  reload: { label: 'actions.reload' },
} as const satisfies Record<string, ActionRow>

export type NextAction = keyof typeof ACTIONS

export interface NextActionsProps {
  /** In order of weight: the first that can be carried out leads, the others are quiet. */
  wanted: readonly NextAction[]
  /**
   * How the first one looks: `primary` where it is what the panel is for, `quiet` below a form or a list that is.
   * Default `secondary`.
   */
  lead?: 'primary' | 'secondary' | 'quiet' | undefined
  handlers: StateHandlers
  /** Addresses that came with the state itself; shown only when they are http(s). */
  addresses?: Partial<Record<NextAction, string | null>>
}

/** The buttons and links of a state: those that this app can carry out, and at least one where no form is left. */
export function NextActions({ wanted, lead = 'secondary', handlers, addresses }: NextActionsProps) {
  const { links } = useAuthSettings('NextActions')
  const { say } = useCopy()
  const possible = wanted.flatMap((action) => {
    const target = targetOf(action, handlers, links, addresses?.[action])
    return target === null ? [] : [{ action, target }]
  })
  const shown = possible.length > 0 || handlers.hasForm ? possible : [lastResort(handlers)]
  if (shown.length === 0) return null
  return (
    <div data-gw="actions">
      {shown.map(({ action, target }, index) => (
        <ActionControl
          key={action}
          action={action}
          target={target}
          variant={index === 0 ? lead : 'quiet'}
          label={say(ACTIONS[action].label)}
        />
      ))}
    </div>
  )
}

interface ActionControlProps {
  action: NextAction
  target: LinkTarget
  variant: 'primary' | 'secondary' | 'quiet'
  label: ReactNode
}

function ActionControl({ action, target, variant, label }: ActionControlProps) {
  const look = {
    'data-gw': 'button',
    'data-action': action,
    'data-variant': variant,
  }
  return typeof target === 'string' ? (
    <PlaceLink {...look} href={target}>
      {label}
    </PlaceLink>
  ) : (
    <button {...look} type="button" onClick={() => target()}>
      {label}
    </button>
  )
}

function targetOf(
  action: NextAction,
  handlers: StateHandlers,
  links: AuthLinks,
  address: string | null | undefined,
): LinkTarget | null {
  const row: ActionRow = ACTIONS[action]
  const handler = row.handler ? handlers[row.handler] : undefined
  if (typeof handler === 'function') return handler as () => void
  const own = address ? safeHref(address) : null
  if (own) return own
  if (action === 'reload') return reload
  const place = row.link && links[row.link]
  return typeof place === 'function' ? () => place(handlers.email || undefined) : (place ?? null)
}

/** No state is a dead end: where nothing it wants can be done, one can begin again. */
function lastResort(handlers: StateHandlers): { action: NextAction; target: LinkTarget } {
  return handlers.restart
    ? { action: 'restart', target: handlers.restart }
    : { action: 'reload', target: reload }
}

function reload() {
  window.location.reload()
}
