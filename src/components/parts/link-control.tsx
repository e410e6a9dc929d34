'use client'
import type { ReactNode } from 'react'
import { useAuthSettings, type AuthLinks } from '../../hooks/auth-context.js'
import { PlaceLink } from './place-link.js'

export interface LinkControlProps {
  to: keyof AuthLinks
  /** The e-mail address typed so far, read when the link is followed. */
  email?: (() => string) | undefined
  /** Words in front of the link. */
  before?: ReactNode
  children: ReactNode
}

/** A link to a place of the app; nothing where the app has not named that place. */
export function LinkControl({ to, email, before, children }: LinkControlProps) {
  const { links } = useAuthSettings('LinkControl')
  const target = links[to]
  if (target === undefined) return null
  return (
    <p data-gw="text">
      {before}{' '}
      {typeof target === 'string' ? (
        <PlaceLink data-gw="link-button" href={target}>
          {children}
        </PlaceLink>
      ) : (
        <button type="button" data-gw="link-button" onClick={() => target(email?.() || undefined)}>
          {children}
        </button>
      )}
    </p>
  )
}
