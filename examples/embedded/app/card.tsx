import { useEffect, useRef, type ReactNode } from 'react'
import { useCopy } from 'gatewright'

export interface CardProps {
  /** Left out where what is inside brings its own heading. */
  title?: string
  /** The card came in place of a form that had the focus. */
  takesFocus?: boolean
  /** Wider than a form. */
  wide?: boolean
  children: ReactNode
}

/** A page of the demo in the kit's look. */
export function Card({ title, takesFocus = false, wide = false, children }: CardProps) {
  const { language, dir } = useCopy()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <section
      data-gatewright=""
      data-gw="card"
      className={wide ? 'demo-wide' : undefined}
      lang={language}
      dir={dir}
    >
      {title !== undefined && (
        <h2 data-gw="heading" ref={heading} tabIndex={-1}>
          {title}
        </h2>
      )}
      {children}
    </section>
  )
}
