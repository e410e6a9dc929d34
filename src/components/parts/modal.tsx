'use client'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import type { CopyKey } from '../../i18n/resources.js'
import { useCopy } from '../../i18n/use-copy.js'
import { Dialog } from '../../primitives/dialog/dialog.js'

export interface ModalProps extends Omit<
  ComponentPropsWithoutRef<'dialog'>,
  'aria-label' | 'aria-labelledby' | 'onCancel' | 'onClose'
> {
  open: boolean
  /** The dialog's name. */
  heading: CopyKey
  /** Called when the user asks to leave; left out where they cannot. */
  onDismiss?: (() => void) | undefined
}

/** A drop-in that stands over the app: where its styles, language and direction begin. */
export const Modal = forwardRef<HTMLDialogElement, ModalProps>(function Modal(
  { heading, ...props },
  ref,
) {
  const { t, language, dir } = useCopy()
  return (
    <Dialog
      data-gatewright=""
      lang={language}
      dir={dir}
      aria-label={t(heading)}
      {...props}
      ref={ref}
    />
  )
})
