'use client'
import { sameField } from '../../hooks/form-errors.js'
import { fieldCopy } from '../../i18n/copy-of.js'
import { useCopy } from '../../i18n/use-copy.js'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** Refused fields. The form shows those it has; this lists the rest, so that none is lost. */
export function FieldErrors({ state, handlers }: ViewProps<'field_errors'>) {
  const { say } = useCopy()
  const unplaced = state.fields.filter(
    ({ name }) => !handlers.placedFields?.some((placed) => sameField(placed, name)),
  )
  return (
    <StateAlert state={state}>
      {unplaced.length > 0 && (
        <ul data-gw="list">
          {unplaced.map((field) => {
            const { key, values, serverText } = fieldCopy(field)
            return (
              <li key={field.name} data-field={field.name}>
                {serverText ? <span dir="auto">{serverText}</span> : say(key, values)}
              </li>
            )
          })}
        </ul>
      )}
      <NextActions wanted={[]} handlers={handlers} />
    </StateAlert>
  )
}
