import { useState } from 'react'
import {
  AuthProvider,
  Countdown,
  UiStateView,
  useAuthClient,
  useCopy,
  useDeviceSignIn,
} from 'gatewright'
import { createAuthClient } from 'gatewright/client'
import { noteAnswer } from '../answers.js'
import { Card } from '../card.js'

/** Plays a device without a keyboard, with a session of its own: a television, say. */
export function DeviceSignInPage() {
  const { backend } = useAuthClient()
  const { language, dir } = useCopy()
  const [client] = useState(() => createAuthClient({ backend, onEvent: noteAnswer }))
  return (
    <AuthProvider client={client} language={language} dir={dir}>
      <Device />
    </AuthProvider>
  )
}

function Device() {
  const { t, language } = useCopy()
  const { state, start, cancel } = useDeviceSignIn()
  const denied = state.kind === 'cancelled'
  if (denied || state.kind === 'ready' || state.kind === 'submitting') {
    return (
      <Card title="A television" takesFocus={denied}>
        {denied ? (
          <p data-gw="text">{t('texts.deviceDenied')}</p>
        ) : (
          <p data-gw="text" lang="en">
            It has no keyboard, so it shows a code that is entered elsewhere.
          </p>
        )}
        <button
          type="button"
          data-gw="button"
          data-variant="primary"
          aria-disabled={state.kind === 'submitting' || undefined}
          onClick={() => void start()}
        >
          {t('actions.signIn')}
        </button>
      </Card>
    )
  }
  if (state.kind === 'waiting') {
    return (
      <Card title="A television" takesFocus>
        <p data-gw="text" lang="en">
          On a device where you are signed in, open <a href="/device">{state.verificationUri}</a>{' '}
          and enter this code.
        </p>
        <output className="demo-user-code" dir="ltr" aria-label={t('labels.deviceCode')}>
          {state.userCode}
        </output>
        <p data-gw="text" lang="en">
          Good for <Countdown until={state.expiresAt} language={language} />.
        </p>
        <button type="button" data-gw="button" data-variant="secondary" onClick={cancel}>
          {t('actions.cancel')}
        </button>
      </Card>
    )
  }
  if (state.kind === 'signed_in') {
    return (
      <Card title={t('codes.signed_in.text')} takesFocus>
        <p data-gw="text" lang="en">
          The device has a session of its own. Yours on this page is another.
        </p>
      </Card>
    )
  }
  return (
    <Card title="A television" takesFocus>
      <UiStateView state={state} handlers={{ restart: cancel }} />
    </Card>
  )
}
