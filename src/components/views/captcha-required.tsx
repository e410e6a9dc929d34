'use client'
import { useState } from 'react'
import { useAuthSettings } from '../../hooks/auth-context.js'
import { useCopy } from '../../i18n/use-copy.js'
import { CaptchaHost } from '../../primitives/captcha-host/captcha-host.js'
import { NextActions } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

/** The server wants a captcha before it looks at the form again: solving it sends the same form. */
export function CaptchaRequired({ state, handlers }: ViewProps<'captcha_required'>) {
  const { captcha } = useAuthSettings('CaptchaRequired')
  const { t, language } = useCopy()
  const [trouble, setTrouble] = useState<'texts.captchaExpired' | 'texts.captchaFailed' | null>(
    null,
  )
  const failed = state.reason === 'failed'
  return (
    <StateAlert
      state={state}
      tone={failed ? 'error' : 'notice'}
      {...(failed ? {} : { text: <p data-gw="text">{t('texts.captcha')}</p> })}
    >
      {captcha && (
        <CaptchaHost
          provider={captcha}
          siteKey={state.siteKey}
          language={language}
          label={t('labels.securityCheck')}
          onToken={(token) => {
            setTrouble(null)
            handlers.solveCaptcha?.(token)
          }}
          onExpire={() => setTrouble('texts.captchaExpired')}
          onError={() => setTrouble('texts.captchaFailed')}
        />
      )}
      {trouble && <p data-gw="text">{t(trouble)}</p>}
      <NextActions
        wanted={captcha ? ['support', 'restart'] : ['retry', 'support']}
        handlers={handlers}
      />
    </StateAlert>
  )
}
