import { createRoot } from 'react-dom/client'
import { authSvc } from 'gatewright/backends/auth-svc'
import { createAuthClient } from 'gatewright/client'
import { AuthProvider, isUiState, useCopy, useSignIn } from 'gatewright'

const client = createAuthClient({ backend: authSvc({ baseUrl: '/api' }) })

/** An app's own markup over the hook. */
function OwnForm() {
  const { t, sentenceFor } = useCopy()
  const { state, form, submit } = useSignIn()
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2>{t('titles.signIn')}</h2>
      <div role="alert">{isUiState(state) && sentenceFor(state)}</div>
      <label>
        {t('labels.email')}{' '}
        <input type="email" autoComplete="username" {...form.register('email')} />
      </label>
      <label>
        {t('labels.password')}
        <input type="password" autoComplete="current-password" {...form.register('password')} />
      </label>
      <button type="submit">{t('actions.signIn')}</button>
    </form>
  )
}

createRoot(document.body).render(
  <AuthProvider client={client}>
    <OwnForm />
  </AuthProvider>,
)
