'use client'
import { useContext, useId, type ReactNode } from 'react'
import { useLastMethod } from '../../hooks/use-last-method.js'
import { useCopy } from '../../i18n/use-copy.js'
import { ActionButton, type ActionButtonProps } from './action-button.js'
import { MayAct } from './other-ways.js'

export interface MethodButtonProps extends ActionButtonProps {
  /** What the method is remembered by: a provider's id, or `passkey`. */
  method: string
  icon?: ReactNode
}

/** Starts a way in. Says, as its description, when it is the one that worked last on this device. */
export function MethodButton({
  method,
  icon,
  inactive = false,
  children,
  ...props
}: MethodButtonProps) {
  const { say } = useCopy()
  const mayAct = useContext(MayAct)
  const id = useId()
  const isLast = useLastMethod() === method
  return (
    <ActionButton
      data-method={method}
      aria-describedby={isLast ? id : undefined}
      inactive={inactive || !mayAct}
      {...props}
    >
      {icon != null && (
        <span data-gw="icon" aria-hidden="true">
          {icon}
        </span>
      )}
      <span>{children}</span>
      {isLast && (
        <span data-gw="badge" id={id} aria-hidden="true">
          {say('labels.lastUsed')}
        </span>
      )}
    </ActionButton>
  )
}
