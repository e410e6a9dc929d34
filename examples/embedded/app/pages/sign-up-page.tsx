import { useAuthClient, UiStateView, useCopy } from 'gatewright'
import {
  Field,
  FieldError,
  FieldInput,
  FieldLabel,
  LiveRegion,
  PasswordField,
} from 'gatewright/primitives'
import type { ReactNode } from 'react'
import { Card } from '../card.js'
import { useSignUpForm, type SignUpValues } from '../use-sign-up-form.js'

/** A screen of one's own on the kit's client, primitives and states. */
export function SignUpPage() {
  const client = useAuthClient()
  const { t } = useCopy()
  if (client.backend.endpoints.signUp) return <SignUpForm />
  return (
    <Card title={t('titles.signUp')}>
      <p data-gw="text" lang="en">
        This backend’s reference names no route to sign up by. Use one of the accounts to try.
      </p>
      <a data-gw="button" data-variant="secondary" href="/">
        {t('actions.signIn')}
      </a>
    </Card>
  )
}

function SignUpForm() {
  const { t } = useCopy()
  const { state, form, submit, reset } = useSignUpForm()
  const { errors, submitCount } = form.formState
  const handlers = { restart: reset, retry: () => void submit(), email: form.getValues('email') }
  if (state.kind === 'verification_required') {
    return (
      <Card>
        <UiStateView state={state} handlers={{ restart: reset }} />
      </Card>
    )
  }
  const refused = new Set(state.kind === 'field_errors' ? state.fields.map(({ name }) => name) : [])
  const row = (name: keyof SignUpValues, control: ReactNode) => (
    <Field invalid={errors[name] !== undefined || refused.has(name)}>
      <FieldLabel>{t(`labels.${name}`)}</FieldLabel>
      {control}
      <FieldError prefix={t('a11y.errorPrefix')}>{errors[name]?.message}</FieldError>
    </Field>
  )
  const required = (name: keyof SignUpValues) =>
    form.register(name, { required: t(`fields.required.${name}`) })

  return (
    <Card title={t('titles.signUp')}>
      <form data-gw="form" noValidate method="post" onSubmit={(event) => void submit(event)}>
        <LiveRegion politeness="assertive" stamp={submitCount}>
          {state.kind !== 'ready' && state.kind !== 'submitting' && (
            <UiStateView state={state} handlers={{ ...handlers, hasForm: true }} />
          )}
        </LiveRegion>
        <div className="demo-pair">
          {row('firstName', <FieldInput autoComplete="given-name" {...required('firstName')} />)}
          {row('lastName', <FieldInput autoComplete="family-name" {...required('lastName')} />)}
        </div>
        {row(
          'email',
          <FieldInput
            type="email"
            autoComplete="username"
            spellCheck={false}
            autoCapitalize="off"
            dir="ltr"
            {...form.register('email', {
              required: t('fields.required.email'),
              pattern: { value: /^\s*[^\s@]+@[^\s@]+\s*$/, message: t('fields.format.email') },
            })}
          />,
        )}
        {row(
          'password',
          <PasswordField
            autoComplete="new-password"
            showLabel={t('labels.showPassword')}
            hideLabel={t('labels.hidePassword')}
            reveal={(shown) => t(shown ? 'labels.hide' : 'labels.show')}
            capsLockHint={t('labels.capsLock')}
            {...required('password')}
          />,
        )}
        <button
          type="submit"
          data-gw="button"
          data-variant="primary"
          aria-busy={state.kind === 'submitting' || undefined}
        >
          {t('actions.createAccount')}
        </button>
      </form>
      <p data-gw="footer">
        {t('texts.haveAccount')}{' '}
        <a data-gw="link-button" href="/">
          {t('actions.signIn')}
        </a>
      </p>
    </Card>
  )
}
