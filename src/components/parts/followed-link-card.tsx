'use client'
import {
  forwardRef,
  useRef,
  useState,
  type BaseSyntheticEvent,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import type { CopyKey } from '../../i18n/resources.js'
import { useCopy } from '../../i18n/use-copy.js'
import type { StateHandlers } from '../view-props.js'
import { FlowCard } from './flow-card.js'
import { SubmitButton } from './submit-button.js'

export interface FollowedLinkCardProps extends ComponentPropsWithoutRef<'div'> {
  /** What the flow's hook says. */
  state: { kind: string }
  handlers: StateHandlers
  heading: CopyKey
  /** What the button says. */
  action: CopyKey
  panel?: ReactNode
  /** Above the button, below the heading. */
  intro: ReactNode
  /** Spends the link. */
  onFollow: () => Promise<void>
}

/** Where a mailed link leads. A press of the button spends it, never its opening: mail scanners open links, too. */
export const FollowedLinkCard = forwardRef<HTMLDivElement, FollowedLinkCardProps>(
  function FollowedLinkCard({ state, handlers, action, onFollow, ...props }, ref) {
    const { say } = useCopy()
    const [presses, setPresses] = useState(0)
    const buttonArea = useRef<HTMLDivElement>(null)
    const follow = async (event?: BaseSyntheticEvent) => {
      event?.preventDefault()
      setPresses((count) => count + 1)
      await onFollow()
    }
    return (
      <FlowCard
        state={state}
        handlers={{ retry: () => void follow(), ...handlers }}
        attempts={presses}
        onSend={follow}
        onReturn={() => buttonArea.current?.querySelector('button')?.focus()}
        {...props}
        ref={ref}
      >
        <div ref={buttonArea}>
          <SubmitButton pending={state.kind === 'submitting'}>{say(action)}</SubmitButton>
        </div>
      </FlowCard>
    )
  },
)
