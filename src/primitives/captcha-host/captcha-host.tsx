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
  CaptchaLabels,
  CaptchaOptions,
  CaptchaProvider,
  CaptchaWidget,
} from '../../captcha/captcha-provider.js'

/** What the host passes on to the provider. */
type Handlers = Pick<CaptchaOptions, 'onToken' | 'onExpire' | 'onError'>

/** What the widget is made with, but for the texts: those come anew with each language anyway. */
type Making = Pick<CaptchaOptions, 'siteKey' | 'action' | 'language'>

/** What `CaptchaHost` takes, as `hostProps` of `useCaptcha` gives it; other props reach its element. */
export interface CaptchaHostProps
  extends Handlers, Omit<ComponentPropsWithoutRef<'div'>, keyof Handlers | 'children'> {
  provider: CaptchaProvider
  /** The site key the server named, or null for the provider's own. */
  siteKey: string | null
  /** Name the server expects the token to carry for what it protects. */
  action?: string | null | undefined
  /** BCP 47 tag. */
  language: string
  /** Texts for providers that draw their own check. */
  labels?: CaptchaLabels | undefined
  /** Name of the check for assistive technology. */
  label: string
  /** Count it up to ask for a new solution: a token is good for one request. */
  resetCount?: number | undefined
}

/** The place on the page where a captcha provider draws its check. */
export const CaptchaHost = forwardRef<HTMLDivElement, CaptchaHostProps>(function CaptchaHost(
  {
    provider,
    siteKey,
    action = null,
    language,
    label,
    labels,
    resetCount = 0,
    onToken,
    onExpire,
    onError,
    ...props
  },
  ref,
) {
  const host = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => host.current)
  const widget = useRef<CaptchaWidget | null>(null)
  const latest = useLatest({ labels, onToken, onExpire, onError })

  useEffect(() => {
    if (!host.current) return undefined
    const mounted = mountWidget(host.current, provider, { siteKey, action, language }, latest)
    widget.current = mounted
    return () => {
      widget.current = null
      mounted.dispose()
    }
  }, [provider, siteKey, action, language, latest])

  const resetsDone = useRef(resetCount)
  useEffect(() => {
    if (resetsDone.current === resetCount) return
    resetsDone.current = resetCount
    widget.current?.reset()
  }, [resetCount])

  return <div data-gw="captcha" role="group" aria-label={label} {...props} ref={host} />
})

type Latest = Handlers & { labels: CaptchaLabels | undefined }

function useLatest(given: Latest): RefObject<Latest> {
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
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
  making: Making,
  latest: RefObject<Latest>,
): CaptchaWidget {
  const place = host.ownerDocument.createElement('div')
  host.append(place)
  let live = true
  let widget: CaptchaWidget | null = null

  function mount(): void {
    try {
      widget = provider.mount(place, {
        ...making,
        labels: latest.current.labels,
        onToken: (token) => live && latest.current.onToken(token),
        onExpire: () => live && latest.current.onExpire(),
        onError: (error) => live && latest.current.onError(error),
      })
    } catch (error) {
      latest.current.onError(error)
    }
  }

  mount()
  return {
    reset() {
      // One that could not start is started again.
      if (widget) widget.reset()
      else mount()
    },
    dispose() {
      live = false
      widget?.dispose()
      place.remove()
    },
  }
}
