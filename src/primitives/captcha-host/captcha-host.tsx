'use client'
import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  type ComponentPropsWithoutRef,
  type RefObject,
} from 'react'
import type {
  CaptchaOptions,
  CaptchaProvider,
  CaptchaWidget,
} from '../../captcha/captcha-provider.js'

type Handlers = Pick<CaptchaOptions, 'onToken' | 'onExpire' | 'onError'>

export interface CaptchaHostProps
  extends Handlers, Omit<ComponentPropsWithoutRef<'div'>, keyof Handlers | 'children'> {
  provider: CaptchaProvider
  /** The site key the server named, or null for the provider's own. */
  siteKey: string | null
  /** BCP 47 tag. */
  language: string
  /** Name of the check for assistive technology. */
  label: string
  /** Count it up to ask for a new solution: a token is good for one request. */
  resetCount?: number | undefined
}

/** The place on the page where a captcha provider draws its check. */
export const CaptchaHost = forwardRef<HTMLDivElement, CaptchaHostProps>(function CaptchaHost(
  { provider, siteKey, language, label, resetCount = 0, onToken, onExpire, onError, ...props },
  ref,
) {
  const host = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => host.current)
  const widget = useRef<CaptchaWidget | null>(null)
  const handlers = useLatest({ onToken, onExpire, onError })

  useEffect(() => {
    if (!host.current) return undefined
    const mounted = mountWidget(host.current, provider, { siteKey, language }, handlers)
    widget.current = mounted
    return () => {
      widget.current = null
      mounted.dispose()
    }
  }, [provider, siteKey, language, handlers])

  const resetsDone = useRef(resetCount)
  useEffect(() => {
    if (resetsDone.current === resetCount) return
    resetsDone.current = resetCount
    widget.current?.reset()
  }, [resetCount])

  return <div data-gw="captcha" role="group" aria-label={label} {...props} ref={host} />
})

function useLatest(handlers: Handlers): RefObject<Handlers> {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  return latest
}

/**
 * Each mount gets an element of its own and may no longer report once it is disposed of: a provider that
 * answers late, or leaves something behind, cannot reach the next mount.
 */
function mountWidget(
  host: HTMLElement,
  provider: CaptchaProvider,
  where: Pick<CaptchaOptions, 'siteKey' | 'language'>,
  handlers: RefObject<Handlers>,
): CaptchaWidget {
  const place = host.ownerDocument.createElement('div')
  host.append(place)
  let live = true
  let widget: CaptchaWidget | null = null
  try {
    widget = provider.mount(place, {
      ...where,
      onToken: (token) => live && handlers.current.onToken(token),
      onExpire: () => live && handlers.current.onExpire(),
      onError: (error) => live && handlers.current.onError(error),
    })
  } catch (error) {
    handlers.current.onError(error)
  }
  return {
    reset: () => widget?.reset(),
    dispose() {
      live = false
      widget?.dispose()
      place.remove()
    },
  }
}
