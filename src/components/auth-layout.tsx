'use client'
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { useCopy } from '../i18n/use-copy.js'

/** What `<AuthLayout>` takes; other props reach the element around it. */
export interface AuthLayoutProps extends ComponentPropsWithoutRef<'div'> {
  /**
   * `card`: on the page's ground, with the brand above. `split`: beside a panel with the brand, or below it where
   * there is no room. `page`: without a frame, on a plain page. Default `card`.
   */
  variant?: 'card' | 'split' | 'page' | undefined
  /** A logo, a name, a sentence. A panel of the split screen sets its parts far apart. */
  brand?: ReactNode
  /** One drop-in, such as `<SignIn/>`. */
  children: ReactNode
}

/** A screen for a drop-in. It adapts to its own width, not to the window's; place it in the page's `<main>`. */
export const AuthLayout = forwardRef<HTMLDivElement, AuthLayoutProps>(function AuthLayout(
  { variant = 'card', brand, children, ...props },
  ref,
) {
  const { dir } = useCopy()
  return (
    <div data-gatewright="" data-gw="layout" data-variant={variant} dir={dir} {...props} ref={ref}>
      <div data-gw="stage">
        {brand !== undefined && <div data-gw="brand">{brand}</div>}
        <div data-gw="stage-main">{children}</div>
      </div>
    </div>
  )
})
