'use client'
import {
  forwardRef,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { VisuallyHidden } from '../visually-hidden/visually-hidden.js'
import { FieldContext } from './field-context.js'
import { useFieldControl } from './use-field-control.js'

/** What `Field` takes; other props reach its element. */
export interface FieldProps extends ComponentPropsWithoutRef<'div'> {
  /** Marks the control as refused. */
  invalid?: boolean | undefined
}

/** Groups a control with its label, description and error, and wires them together. */
export const Field = forwardRef<HTMLDivElement, FieldProps>(function Field(
  { invalid = false, ...props },
  ref,
) {
  const ownId = useId()
  const [controlId, setControlId] = useState<string | null>(null)
  const [describedBy, setDescribedBy] = useState<readonly string[]>([])
  const describe = useCallback((id: string) => {
    setDescribedBy((ids) => [...ids, id])
    return () => setDescribedBy((ids) => ids.filter((other) => other !== id))
  }, [])
  const field = useMemo(
    () => ({ controlId: controlId ?? ownId, setControlId, invalid, describedBy, describe }),
    [controlId, ownId, invalid, describedBy, describe],
  )
  return (
    <FieldContext.Provider value={field}>
      <div data-gw="field" data-invalid={invalid || undefined} {...props} ref={ref} />
    </FieldContext.Provider>
  )
})

/** The visible name of the field's control. */
export const FieldLabel = forwardRef<HTMLLabelElement, ComponentPropsWithoutRef<'label'>>(
  function FieldLabel(props, ref) {
    const field = useContext(FieldContext)
    return <label data-gw="label" htmlFor={field?.controlId} {...props} ref={ref} />
  },
)

/** A plain text control. Use `PasswordField` and `OtpField` for secrets. */
export const FieldInput = forwardRef<HTMLInputElement, ComponentPropsWithoutRef<'input'>>(
  function FieldInput(props, ref) {
    return <input data-gw="input" {...useFieldControl(props)} ref={ref} />
  },
)

/** Help that is read with the control. */
export const FieldDescription = forwardRef<HTMLParagraphElement, ComponentPropsWithoutRef<'p'>>(
  function FieldDescription({ id, ...props }, ref) {
    return <p data-gw="description" {...props} id={useDescription(id, true)} ref={ref} />
  },
)

/** What `FieldError` takes; other props reach its element. */
export interface FieldErrorProps extends Omit<ComponentPropsWithoutRef<'p'>, 'prefix'> {
  /** Words before the message for those who do not see its colour, such as "Error:". */
  prefix?: ReactNode
}

/**
 * What is wrong with the control; empty while nothing is. Keep it mounted. It is read when the control is
 * focused; where focus stays elsewhere, give it `aria-live`.
 */
export const FieldError = forwardRef<HTMLParagraphElement, FieldErrorProps>(function FieldError(
  { id, prefix, children, ...props },
  ref,
) {
  const ownId = useDescription(id, Boolean(children))
  return (
    <p data-gw="error" {...props} id={ownId} ref={ref}>
      {children && prefix ? (
        <>
          <VisuallyHidden>{prefix}</VisuallyHidden>{' '}
        </>
      ) : null}
      {children}
    </p>
  )
})

/** The id of a describing part, which the control refers to while there is something to read. */
function useDescription(id: string | undefined, present: boolean): string {
  const ownId = useId()
  const partId = id ?? ownId
  const describe = useContext(FieldContext)?.describe
  useEffect(() => (present ? describe?.(partId) : undefined), [describe, partId, present])
  return partId
}
