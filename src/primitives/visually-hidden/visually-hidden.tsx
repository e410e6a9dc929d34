'use client'
import {
  forwardRef,
  useCallback,
  useImperativeHandle,
  useRef,
  type ComponentPropsWithoutRef,
} from 'react'

// Set on the element and not as a style attribute, which a strict Content-Security-Policy refuses in server markup.
const HIDDEN = {
  position: 'absolute',
  inlineSize: '1px',
  blockSize: '1px',
  margin: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

/** Text for assistive technology alone. */
export const VisuallyHidden = forwardRef<HTMLSpanElement, ComponentPropsWithoutRef<'span'>>(
  function VisuallyHidden(props, ref) {
    const own = useRef<HTMLSpanElement>(null)
    useImperativeHandle<HTMLSpanElement | null, HTMLSpanElement | null>(ref, () => own.current)
    const hide = useCallback((element: HTMLSpanElement | null) => {
      own.current = element
      if (element) Object.assign(element.style, HIDDEN)
    }, [])
    return <span data-gw="visually-hidden" {...props} ref={hide} />
  },
)
