import { useSessionEnded, useSignIn } from 'gatewright'
import type { ReactNode } from 'react'

/** Stands around the page: what was typed in it stays while its owner signs in again. */
export function KeepThePage({ children }: { children: ReactNode }) {
  const { state } = useSessionEnded()
  return (
    <>
      {state.kind === 'session_ended' && (
        <section aria-labelledby="session-ended">
          <h2 id="session-ended">
            {state.reason === 'expired' ? 'You were away for long.' : 'Your session was ended.'}
          </h2>
          <BackIn email={state.user?.email ?? ''} />
        </section>
      )}
      <div inert={state.kind === 'session_ended'}>{children}</div>
    </>
  )
}

function BackIn({ email }: { email: string }) {
  const { state, form, submit } = useSignIn({ defaultEmail: email })
  return (
    <form noValidate method="post" onSubmit={(event) => void submit(event)}>
      {state.kind === 'invalid_credentials' && <p role="alert">That is not the password.</p>}
      <p>
        <label>
          E-mail <input type="email" autoComplete="username" {...form.register('email')} />
        </label>
      </p>
      <p>
        <label>
          Password{' '}
          <input type="password" autoComplete="current-password" {...form.register('password')} />
        </label>
      </p>
      <button type="submit">Go on</button>
    </form>
  )
}
