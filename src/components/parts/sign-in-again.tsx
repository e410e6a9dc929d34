'use client'
import { useEffect, useRef, type ReactNode } from 'react'
import type { AuthUser } from '../../backends/actions.js'
import { useCopy } from '../../i18n/use-copy.js'
import { SignIn } from '../sign-in.js'
import { LinkControl } from './link-control.js'

export interface SignInAgainProps {
  /** Whose page it is, where the backend said. */
  user: AuthUser | null
  /** Why. */
  intro: ReactNode
}

/** Signs the owner of the page in again, in a dialog over it. */
export function SignInAgain({ user, intro }: SignInAgainProps) {
  const { say } = useCopy()
  const card = useRef<HTMLDivElement>(null)
  // What stood in its place may have had the focus.
  useEffect(() => card.current?.querySelector('input')?.focus(), [])
  return (
    <SignIn
      defaultEmail={user?.email ?? undefined}
      intro={intro}
      footer={
        <div data-gw="footer">
          <LinkControl to="resetPassword">{say('actions.forgotPassword')}</LinkControl>
        </div>
      }
      ref={card}
    />
  )
}
