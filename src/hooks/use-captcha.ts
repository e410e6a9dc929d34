'use client'
import { useCallback, useEffect, useState } from 'react'
import type { CaptchaLabels, CaptchaProvider } from '../captcha/captcha-provider.js'
import { useCopy } from '../i18n/use-copy.js'
import type { CaptchaRequired } from '../ui-state/ui-state.js'
import { useAuthSettings } from './auth-context.js'
import { fetchSiteKey } from './captcha-site-key.js'

/** Which check is wanted, and where its token goes. */
export interface UseCaptchaOptions {
  /** What the server said of the check it wants. */
  challenge: Pick<CaptchaRequired, 'siteKey' | 'action'>
  /** A fresh token, good for one request. */
  onToken: (token: string) => void
}

/** `absent`: the app has no captcha. `loading`: the backend is being asked for the site key. */
export type CaptchaStatus = 'absent' | 'loading' | 'shown' | 'solved' | 'expired' | 'failed'

/** What `<CaptchaHost>` takes. */
export interface CaptchaHostValues {
  provider: CaptchaProvider
  /** The server's, or null for the provider's own. */
  siteKey: string | null
  /** Name the server expects the token to carry, or null. */
  action: string | null
  /** BCP 47 tag. */
  language: string
  label: string
  labels: CaptchaLabels
  /** Goes up when a new solution is wanted. */
  resetCount: number
  onToken: (token: string) => void
  onExpire: () => void
  onError: (error: unknown) => void
}

/** How the check stands, and what to draw it with. */
export interface UseCaptcha {
  status: CaptchaStatus
  /** Why the check could not be loaded or carried out, for the app's log; null while nothing is wrong. */
  error: unknown
  /** For `<CaptchaHost>`; null while there is nothing to draw. */
  hostProps: CaptchaHostValues | null
  /** Asks for a new solution, and anew for whatever could not be had. */
  reset: () => void
}

/** The captcha of the nearest `<AuthProvider>`, for a server that asks for one. */
export function useCaptcha({ challenge, onToken }: UseCaptchaOptions): UseCaptcha {
  const { captcha: provider } = useAuthSettings('useCaptcha')
  const { t, language } = useCopy()
  const [outcome, setOutcome] = useState<'shown' | 'solved' | 'expired' | 'failed'>('shown')
  const [error, setError] = useState<unknown>(null)
  const [resetCount, setResetCount] = useState(0)
  const needed = provider?.needsSiteKey === true && challenge.siteKey === null
  const asked = useSiteKey(needed, resetCount)

  const reset = useCallback(() => {
    setOutcome('shown')
    setError(null)
    setResetCount((count) => count + 1)
  }, [])

  if (!provider) return { status: 'absent', error, hostProps: null, reset }
  if (needed && !asked.siteKey) {
    return { status: asked.pending ? 'loading' : 'failed', error, hostProps: null, reset }
  }
  const hostProps = {
    provider,
    siteKey: challenge.siteKey ?? asked.siteKey,
    action: challenge.action,
    language,
    label: t('labels.securityCheck'),
    labels: {
      confirm: t('labels.notARobot'),
      working: t('texts.captchaWorking'),
      done: t('texts.captchaDone'),
    },
    resetCount,
    onToken(token: string) {
      setOutcome('solved')
      setError(null)
      onToken(token)
    },
    onExpire: () => setOutcome('expired'),
    onError(cause: unknown) {
      setOutcome('failed')
      setError(cause)
    },
  }
  return { status: outcome, error, hostProps, reset }
}

interface AskedSiteKey {
  pending: boolean
  siteKey: string | null
}

/** Asks the backend for its site key, once more at each new `attempt`. */
function useSiteKey(needed: boolean, attempt: number): AskedSiteKey {
  const { client } = useAuthSettings('useCaptcha')
  const [answer, setAnswer] = useState<{ attempt: number; siteKey: string | null } | null>(null)
  const open = needed && !answer?.siteKey && answer?.attempt !== attempt

  useEffect(() => {
    if (!open) return undefined
    let mounted = true
    void fetchSiteKey(client).then((siteKey) => mounted && setAnswer({ attempt, siteKey }))
    return () => {
      mounted = false
    }
  }, [open, client, attempt])

  return { pending: open, siteKey: answer?.siteKey ?? null }
}
