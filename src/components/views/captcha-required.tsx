'use client'
import { useEffect, useRef, useState } from 'react'
import type { AuthClient } from '../../client/auth-client.js'
import { useAuthSettings } from '../../hooks/auth-context.js'
import { useCaptcha, type CaptchaStatus } from '../../hooks/use-captcha.js'
import { useCopy } from '../../i18n/use-copy.js'
import { CaptchaHost } from '../../primitives/captcha-host/captcha-host.js'
import { WaitStatus } from '../../primitives/spinner/spinner.js'
import { NextActions, type NextAction } from '../next-actions.js'
import { StateAlert } from '../parts/state-alert.js'
import type { ViewProps } from '../view-props.js'

const TROUBLE: Partial<Record<CaptchaStatus, 'texts.captchaExpired' | 'texts.captchaFailed'>> = {
  expired: 'texts.captchaExpired',
  failed: 'texts.captchaFailed',
}

/** Clients whose flows have sent a token that no user asked for. */
const sentUnasked = new WeakSet<AuthClient>()

/** The server wants a captcha before it looks at the form again: solving it sends the same form. */
export function CaptchaRequired({ state, handlers }: ViewProps<'captcha_required'>) {
  const { captcha, client } = useAuthSettings('CaptchaRequired')
  const { say } = useCopy()
  const host = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<string | null>(null)
  const asked = useRef(false)
  const failed = state.reason === 'failed'

  const { status, hostProps, reset } = useCaptcha({
    challenge: state,
    onToken(token) {
      const unasked = captcha?.selfSolving === true && !asked.current
      asked.current = false
      // A server that refuses every token would be sent one after the other: only the first goes by itself.
      if (unasked && sentUnasked.has(client)) return setHeld(token)
      if (unasked) sentUnasked.add(client)
      return handlers.solveCaptcha?.(token)
    },
  })

  useEffect(() => {
    // A widget whose token was refused is gone, and the focus, if that was in there, is on what was around it.
    if (document.activeElement?.contains(host.current)) host.current?.focus()
  }, [])

  const judged = useRef(state)
  useEffect(() => {
    if (judged.current === state) return
    judged.current = state
    // Another answer has come: whatever token it is about is spent.
    if (status === 'solved') reset()
  }, [state, status, reset])

  function tryAgain() {
    setHeld(null)
    if (held !== null && status === 'solved') return handlers.solveCaptcha?.(held)
    asked.current = true
    return reset()
  }

  const trouble = TROUBLE[status]
  // A check that draws no control of its own, or could not be drawn, is tried again by a button.
  const retry =
    held !== null || status === 'failed' || (status === 'expired' && captcha?.selfSolving)
  return (
    <StateAlert
      state={state}
      tone={failed ? 'error' : 'notice'}
      {...(failed ? {} : { text: <p data-gw="text">{say('texts.captcha')}</p> })}
    >
      <WaitStatus pending={status === 'loading'} label={say('a11y.loading')} />
      {hostProps && <CaptchaHost {...hostProps} tabIndex={-1} ref={host} />}
      {trouble && <p data-gw="text">{say(trouble)}</p>}
      <NextActions
        wanted={wantedBy(captcha !== null, Boolean(retry))}
        handlers={captcha ? { ...handlers, retry: tryAgain } : handlers}
      />
    </StateAlert>
  )
}

function wantedBy(hasCaptcha: boolean, retry: boolean): readonly NextAction[] {
  if (!hasCaptcha) return ['retry', 'support']
  return retry ? ['retry', 'support', 'restart'] : ['support', 'restart']
}
