'use client'
import { useContext, useEffect } from 'react'
import { FieldContext } from './field-context.js'

/** The attributes that tie a control to the texts of its field. */
export interface ControlProps {
  id?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling' | undefined
}

/** Adds the id, description and validity of the surrounding `Field` to a control's own props. */
export function useFieldControl<P extends ControlProps>(props: P, ...alsoDescribedBy: string[]): P {
  const field = useContext(FieldContext)
  const { id } = props
  const setControlId = field?.setControlId
  useEffect(() => {
    if (id === undefined || !setControlId) return undefined
    setControlId(id)
    return () => setControlId(null)
  }, [id, setControlId])

  const describedBy = [props['aria-describedby'], ...(field?.describedBy ?? []), ...alsoDescribedBy]
  return {
    ...props,
    id: id ?? field?.controlId,
    'aria-describedby': describedBy.filter(Boolean).join(' ') || undefined,
    'aria-invalid': props['aria-invalid'] ?? (field?.invalid || undefined),
  }
}
