'use client'
import {
  forwardRef,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { useFieldControl } from '../field/use-field-control.js'
import { useReveal } from './use-reveal.js'

/** What `PasswordField` takes; other props reach the input. */
export interface PasswordFieldProps extends Omit<
  ComponentPropsWithoutRef<'input'>,
  'type' | 'maxLength' | 'children'
> {
  /** Name of the button that shows the password; name the field in it ("Show new password"). */
  showLabel: string
  /**
   * Name of the button while the password is shown. With it the name tells the state; without it the button is
   * a toggle that is pressed or not.
   */
  hideLabel?: string | undefined
  /** What the button looks like; its name when left out. */
  reveal?: ((shown: boolean) => ReactNode) | undefined
  /** Said while Caps Lock is on. */
  capsLockHint?: ReactNode
}

/** A password with a button to show it. Takes a password of any length whole; other props reach the input. */
export const PasswordField = forwardRef<HTMLInputElement, PasswordFieldProps>(
  function PasswordField(
    { showLabel, hideLabel, reveal, capsLockHint, onKeyDown, onKeyUp, onBlur, ...props },
    ref,
  ) {
    const input = useRef<HTMLInputElement>(null)
    useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => input.current)
    const [shown, toggle] = useReveal(input)
    const [capsLock, setCapsLock] = useState(false)
    const hintId = useId()
    const hints = capsLockHint === undefined ? [] : [hintId]
    const control = useFieldControl(props, ...hints)
    const readCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
    const name = shown && hideLabel !== undefined ? hideLabel : showLabel

    return (
      <div data-gw="password" data-shown={shown || undefined}>
        <input
          data-gw="input"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          dir="ltr"
          {...control}
          maxLength={undefined}
          type={shown ? 'text' : 'password'}
          ref={input}
          onKeyDown={(event) => {
            readCapsLock(event)
            onKeyDown?.(event)
          }}
          onKeyUp={(event) => {
            readCapsLock(event)
            onKeyUp?.(event)
          }}
          onBlur={(event) => {
            setCapsLock(false)
            onBlur?.(event)
          }}
        />
        <button
          type="button"
          data-gw="reveal"
          aria-label={reveal ? name : undefined}
          aria-controls={control.id}
          aria-pressed={hideLabel === undefined ? shown : undefined}
          onClick={toggle}
        >
          {reveal ? reveal(shown) : name}
        </button>
        {capsLockHint === undefined ? null : (
          <span data-gw="hint" id={hintId} aria-live="polite">
            {capsLock ? capsLockHint : null}
          </span>
        )}
      </div>
    )
  },
)
