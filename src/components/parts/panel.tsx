'use client'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useCopy } from '../../i18n/use-copy.js'
import type { CopyKey } from '../../i18n/resources.js'

export interface PanelProps {
  /** What the panel shows, for `data-kind`; another kind takes the focus again. */
  kind: string
  /** For `data-code`. */
  code?: string | undefined
  heading: CopyKey
  /** False for the first thing on a page, where nobody has come from anything else. Default true. */
  takesFocus?: boolean | undefined
  children?: ReactNode
}

/** Stands in the form's place. Its heading takes the focus when it appears. */
export function Panel({ kind, code, heading, takesFocus = true, children }: PanelProps) {
  const { say } = useCopy()
  const element = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => {
    if (takesFocus) element.current?.focus()
  }, [kind, takesFocus])
  return (
    <section data-gw="panel" data-kind={kind} data-code={code} aria-labelledby={id}>
      <h2 data-gw="heading" id={id} ref={element} tabIndex={-1}>
        {say(heading)}
      </h2>
      {children}
    </section>
  )
}
