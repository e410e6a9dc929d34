'use client'
import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  type ChangeEvent,
  type ComponentPropsWithoutRef,
} from 'react'
import { useFieldControl } from '../field/use-field-control.js'
import { normaliseCode, type CodeAlphabet } from './normalise-code.js'

/** What `OtpField` takes; other props reach the input. */
export interface OtpFieldProps extends Omit<
  ComponentPropsWithoutRef<'input'>,
  'type' | 'maxLength' | 'inputMode'
> {
  /** Default `digits`; `text` for backup codes. */
  alphabet?: CodeAlphabet | undefined
  /** How many characters a whole code has. Default 6. */
  length?: number | undefined
  /** Called with the code as the server knows it, after every change. */
  onCodeChange?: ((code: string) => void) | undefined
  /** Called when a whole code is in, once per code. */
  onComplete?: ((code: string) => void) | undefined
}

/** One native input for a one-time code: it can be pasted, autofilled and corrected like any text. */
export const OtpField = forwardRef<HTMLInputElement, OtpFieldProps>(function OtpField(
  {
    alphabet = 'digits',
    length = 6,
    onCodeChange,
    onComplete,
    onChange,
    onCompositionEnd,
    ...props
  },
  ref,
) {
  const input = useRef<HTMLInputElement>(null)
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => input.current)
  const completed = useRef<string | null>(null)
  const control = useFieldControl(props)

  // A code that the app took out may come again: React tells of changes by the user alone.
  useEffect(() => {
    const element = input.current
    if (!element) return undefined
    function forget(): void {
      if (element?.value !== completed.current) completed.current = null
    }
    element.addEventListener('beforeinput', forget)
    return () => element.removeEventListener('beforeinput', forget)
  }, [])

  // A code that is gone from the field is not to be kept here.
  useEffect(() => {
    if (input.current?.value !== completed.current) completed.current = null
  })

  function take(event: ChangeEvent<HTMLInputElement>): void {
    // Text of an input method is not final yet, and writing into it would double it.
    if ('isComposing' in event.nativeEvent && event.nativeEvent.isComposing)
      return onChange?.(event)
    const { currentTarget } = event
    const code = normaliseCode(currentTarget.value, alphabet)
    rewrite(currentTarget, code)
    onChange?.(event)
    onCodeChange?.(code)
    if (code.length !== length) completed.current = null
    else if (code !== completed.current) {
      completed.current = code
      onComplete?.(code)
    }
  }

  return (
    <input
      data-gw="otp"
      autoComplete="one-time-code"
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      dir="ltr"
      {...control}
      type="text"
      inputMode={alphabet === 'digits' ? 'numeric' : 'text'}
      maxLength={undefined}
      ref={input}
      onChange={take}
      onCompositionEnd={(event) => {
        take(event as unknown as ChangeEvent<HTMLInputElement>)
        onCompositionEnd?.(event)
      }}
    />
  )
})

/** Puts the code in place of what was typed, with the caret behind the same characters as before. */
function rewrite(input: HTMLInputElement, code: string): void {
  if (input.value === code) return
  const behind = input.value.length - (input.selectionEnd ?? input.value.length)
  input.value = code
  const caret = Math.max(0, code.length - behind)
  input.setSelectionRange(caret, caret)
}
