import { UiStateView, useCopy, useEmailVerification } from 'gatewright'
import { LiveRegion } from 'gatewright/primitives'
import { Card } from '../card.js'
import { currentLinkToken } from '../link-token.js'

/** Where a verification mail leads. Opening it spends nothing, because mail scanners open links: a press does. */
export function VerifyEmailPage() {
  const { t } = useCopy()
  const { state, verify } = useEmailVerification({ email: '' })
  const token = currentLinkToken()
  if (state.kind === 'succeeded') {
    return (
      <Card title={t('codes.email_verified.text')} takesFocus>
        <a data-gw="button" data-variant="primary" href="/">
          {t('actions.signIn')}
        </a>
      </Card>
    )
  }
  if (state.kind === 'link_invalid') {
    return (
      <Card>
        <UiStateView state={state} />
      </Card>
    )
  }
  if (token === null) {
    return (
      <Card title={t('titles.verifyEmail')}>
        <p data-gw="text" lang="en">
          Open the link in the mail once more.
        </p>
      </Card>
    )
  }
  return (
    <Card title={t('titles.verifyEmail')}>
      <LiveRegion politeness="assertive">
        {state.kind === 'ready' || state.kind === 'submitting' ? null : (
          <UiStateView state={state} handlers={{ hasForm: true }} />
        )}
      </LiveRegion>
      <p data-gw="text">{t('texts.verifyEmail')}</p>
      <button
        type="button"
        data-gw="button"
        data-variant="primary"
        aria-busy={state.kind === 'submitting' || undefined}
        onClick={() => void verify(token)}
      >
        {t('actions.verifyEmail')}
      </button>
    </Card>
  )
}
