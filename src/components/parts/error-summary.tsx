'use client'
import { useEffect, useId, useRef, type MouseEvent } from 'react'
import { useCopy } from '../../i18n/use-copy.js'
import { FaultText } from './fault-text.js'
import type { FaultSummary } from './form-faults.js'

/** What has to be mended in a form, as links to its fields. Takes the focus after each attempt that it stopped. */
export function ErrorSummary({ refused, summedUp }: Pick<FaultSummary, 'refused' | 'summedUp'>) {
  const { say } = useCopy()
  const element = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    if (summedUp === null) return undefined
    // react-hook-form focuses the first refused field, and once more in a timeout that is older than this one.
    const timer = setTimeout(() => element.current?.focus())
    return () => clearTimeout(timer)
  }, [summedUp])
  if (refused.length === 0) return null
  return (
    <div
      data-gw="alert"
      data-kind="error_summary"
      role="group"
      aria-labelledby={`${id}-heading`}
      aria-describedby={`${id}-count`}
      tabIndex={-1}
      ref={element}
    >
      <h3 data-gw="heading" id={`${id}-heading`}>
        {say('titles.errorSummary')}
      </h3>
      <p data-gw="text" id={`${id}-count`}>
        {say('counts.problems', { count: refused.length })}
      </p>
      <ul data-gw="error-list">
        {refused.map(([control, fault]) => (
          <li key={control}>
            <a href={`#${control}`} onClick={(event) => goTo(event, control)}>
              <FaultText fault={fault} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** To the field, without a step in the history of an app that routes by what stands behind the `#`. */
function goTo(event: MouseEvent, control: string): void {
  event.preventDefault()
  // Not by the document, whose methods a named element of the page could stand in for.
  const surface = event.currentTarget.closest('[data-gatewright]')
  surface?.querySelector<HTMLElement>(`[id="${control}"]`)?.focus()
}
