import { Authenticator } from './authenticator.js'
import type { DemoBackend } from './backends.js'
import { CopyButton } from './copy-button.js'
import { useAccounts, useReset, type DemoAccount } from './dev-api.js'

/** What to expect of an account in each state. */
const EXPECTATIONS: Readonly<Record<DemoAccount['state'], string>> = {
  plain: 'Signs in at once.',
  totp: 'Asks for a code from an authenticator app.',
  unverified: 'Has not verified its address.',
  locked: 'Is locked after five wrong passwords.',
  disabled: 'Has been disabled.',
  suspended: 'Has been suspended.',
  must_reset: 'Has to set a new password.',
}

/** The accounts of a backend and all one needs to get into them. */
export function AccountsPanel({ backend }: { backend: DemoBackend }) {
  const { data, isError } = useAccounts(backend)
  const reset = useReset(backend)
  return (
    <aside className="demo-panel" aria-labelledby="demo-accounts" lang="en">
      <h2 id="demo-accounts">Accounts to try</h2>
      {isError && (
        <p role="alert">The accounts could not be fetched. Is the demo server running?</p>
      )}
      {data && (
        <>
          <div className="demo-row">
            <span>
              <span className="demo-label">Password of all</span>
              <br />
              <bdi className="demo-mono" dir="ltr">
                {data.password}
              </bdi>
            </span>
            <CopyButton what="password" text={data.password} />
          </div>
          <ul className="demo-accounts">
            {data.accounts.map((account) => (
              <Account key={account.email} {...account} />
            ))}
          </ul>
          <button
            type="button"
            className="demo-button"
            aria-disabled={reset.isPending}
            onClick={() => reset.isPending || reset.mutate()}
          >
            Reset the accounts
          </button>
        </>
      )}
    </aside>
  )
}

function Account({ email, state, totp }: DemoAccount) {
  return (
    <li data-state={state}>
      <div className="demo-row">
        <bdi className="demo-address" dir="ltr">
          {email}
        </bdi>
        <CopyButton what={email} text={email} />
      </div>
      <p>{EXPECTATIONS[state]}</p>
      {totp && <Authenticator {...totp} />}
    </li>
  )
}
