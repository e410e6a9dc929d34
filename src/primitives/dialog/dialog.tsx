'use client'
import {
  forwardRef,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ComponentPropsWithoutRef,
} from 'react'

/** A dialog has a name: its own, or that of its heading. */
type Named = { 'aria-label': string } | { 'aria-labelledby': string }

/** What `Dialog` takes; other props reach the native element. */
export type DialogProps = Omit<
  ComponentPropsWithoutRef<'dialog'>,
  'open' | 'onCancel' | 'onClose'
> &
  Named & {
    /** Whether the dialog stands over the page. Its children are there for so long only. */
    open: boolean
    /** Called when the user asks to leave, as with Escape. Left out: the dialog stays until `open` says otherwise. */
    onDismiss?: (() => void) | undefined
  }

/**
 * A modal dialog on the native element: while it is open the page behind it is inert, the focus stays inside,
 * and afterwards it goes back to where it was.
 */
export const Dialog = forwardRef<HTMLDialogElement, DialogProps>(function Dialog(
  { open, onDismiss, children, ...props },
  ref,
) {
  const own = useRef<HTMLDialogElement>(null)
  useImperativeHandle<HTMLDialogElement | null, HTMLDialogElement | null>(ref, () => own.current)

  // Before the children's effects, so that a control of theirs can take the focus.
  useLayoutEffect(() => {
    const dialog = own.current
    if (!open || !dialog) return undefined
    show(dialog)
    // Before the element goes, or the browser would not give the focus back.
    return () => hide(dialog)
  }, [open])

  return (
    <dialog
      data-gw="dialog"
      {...props}
      ref={own}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onDismiss?.()
      }}
      onClose={(event) => {
        const { target, currentTarget: dialog } = event
        if (target !== dialog || !open || dialog.open) return
        // Chromium closes at a second Escape whatever `cancel` was told.
        if (onDismiss) onDismiss()
        else show(dialog)
      }}
    >
      {open && children}
    </dialog>
  )
})

/** An engine without modal dialogs shows it all the same. */
function show(dialog: HTMLDialogElement): void {
  if (dialog.open) return
  if ('showModal' in dialog) dialog.showModal()
  else (dialog as HTMLElement).setAttribute('open', '')
}

function hide(dialog: HTMLDialogElement): void {
  if ('close' in dialog) dialog.close()
  else (dialog as HTMLElement).removeAttribute('open')
}
