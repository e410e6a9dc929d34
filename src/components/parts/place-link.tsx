'use client'
import { useEffect, useRef, useState, type ComponentPropsWithoutRef } from 'react'

export interface PlaceLinkProps extends Omit<
  ComponentPropsWithoutRef<'a'>,
  'href' | 'rel' | 'target'
> {
  href: string
}

/** A link to a place the app or its server named. It tells that place nothing, and names it where it is another site. */
export function PlaceLink({ href, children, ...props }: PlaceLinkProps) {
  const link = useRef<HTMLAnchorElement>(null)
  const [site, setSite] = useState<string | null>(null)
  // Read from the link, which knows of a `<base>`, and once it is there: a server does not know where the page is.
  useEffect(() => setSite(link.current ? otherSite(link.current) : null), [href])
  return (
    <a {...props} href={href} rel="noopener noreferrer" ref={link}>
      {children}
      {site !== null && (
        <>
          {' '}
          <span data-gw="site" dir="ltr">{`(${site})`}</span>
        </>
      )}
    </a>
  )
}

function otherSite({ protocol, origin, host }: HTMLAnchorElement): string | null {
  const isWeb = protocol === 'https:' || protocol === 'http:'
  return isWeb && origin !== window.location.origin ? host : null
}
