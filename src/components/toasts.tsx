'use client'
import { forwardRef, type ComponentPropsWithoutRef, type KeyboardEvent } from 'react'
import type { Toast } from '../client/toast-board.js'
import { useToasts } from '../hooks/use-toasts.js'
import { CopyOverride } from '../i18n/copy-override.js'
import type { CopyOverrides } from '../i18n/resources.js'
import { useCopy } from '../i18n/use-copy.js'
import { LiveRegion } from '../primitives/announcer/live-region.js'
import { useToastAttention } from './parts/toast-attention.js'
import { ToastBody } from './parts/toast-body.js'

/** What `<Toasts>` takes; other props reach the element around them. */
export interface ToastsProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** The edge of the window they stand at. Default `bottom`. */
  placement?: 'top' | 'bottom' | undefined
  /** Sentences to say differently here, by language and key. */
  copy?: CopyOverrides | undefined
}

/**
 * Tells at the edge of the window what happens behind the page: that the network is gone or back, that the auth
 * server does not answer somebody who is signed in, and what the app shows with `useToasts`. Failures stay until they
 * are over or closed. Mount it once, anywhere below `<AuthProvider>`, before anything goes wrong: some screen readers
 * miss a region that comes with its text.
 */
export const Toasts = forwardRef<HTMLDivElement, ToastsProps>(function Toasts(
  { copy, ...props },
  ref,
) {
  return (
    <CopyOverride copy={copy}>
      <ToastList {...props} ref={ref} />
    </CopyOverride>
  )
})

const ToastList = forwardRef<HTMLDivElement, Omit<ToastsProps, 'copy'>>(function ToastList(
  { placement = 'bottom', ...props },
  ref,
) {
  const { toasts, dismiss } = useToasts()
  const { language, dir } = useCopy()
  const attention = useToastAttention(toasts, dismiss)
  return (
    <div
      data-gatewright=""
      data-gw="toasts"
      data-placement={placement}
      lang={language}
      dir={dir}
      {...props}
      ref={ref}
    >
      <LiveRegion politeness="polite" aria-atomic={false} {...attention}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => dismiss(toast.id)} />
        ))}
      </LiveRegion>
    </div>
  )
})

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const { t } = useCopy()
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of what is inside it
    <div data-gw="toast" data-toast={toast.kind} onKeyDown={closeOnEscape}>
      <ToastBody toast={toast} onRetried={onClose} />
      <button type="button" data-gw="close" aria-label={t('a11y.close')} onClick={onClose}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 4 8 8m0-8-8 8" />
        </svg>
      </button>
    </div>
  )
}
