import type { Resolver } from 'react-hook-form'
import { QueryClient, useMutation } from '@tanstack/react-query'
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { useForm } from 'react-hook-form'

export interface Credentials {
  email: string
  password: string
}

const queries = new QueryClient()

void i18next.use(initReactI18next).init({
  lng: 'en',
  resources: {
    en: {
      translation: {
        signIn: 'Sign in',
        email: 'Email',
        password: 'Password',
        failed: 'The email or password is incorrect.',
      },
    },
  },
})

async function signIn(credentials: Credentials): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(credentials)
  const answer = await fetch('/api/login', { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(String(answer.status))
}

/** A sign-in form as an app would write it with the five libraries the kit stands on. */
export function HandWrittenForm({ resolver }: { resolver: Resolver<Credentials> }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<Credentials>({ resolver })
  const { mutate, isError, isPending } = useMutation({ mutationFn: signIn }, queries)
  const { email, password } = formState.errors
  return (
    <form onSubmit={(event) => void handleSubmit((values) => mutate(values))(event)}>
      <h2>{t('signIn')}</h2>
      {isError && <div role="alert">{t('failed')}</div>}
      <label>
        {t('email')} <input type="email" autoComplete="username" {...register('email')} />
      </label>
      {email && <p>{email.message}</p>}
      <label>
        {t('password')}
        <input type="password" autoComplete="current-password" {...register('password')} />
      </label>
      {password && <p>{password.message}</p>}
      <button type="submit" aria-disabled={isPending}>
        {t('signIn')}
      </button>
    </form>
  )
}
