import { checkPassword, usePasswordPolicy, type PasswordRequirement } from 'gatewright'
import { useState } from 'react'

const WORDS: Record<PasswordRequirement, string> = {
  length: 'long enough',
  uppercase: 'a capital letter',
  lowercase: 'a small letter',
  digit: 'a digit',
  special: 'a special character',
}

/** What the backend asks of a password, ticked off while one is typed. */
export function PasswordChecklist() {
  const policy = usePasswordPolicy()
  const [password, setPassword] = useState('')
  return (
    <form method="post" onSubmit={(event) => event.preventDefault()}>
      <p>
        <label>
          New password{' '}
          <input
            type="password"
            name="password"
            autoComplete="new-password"
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          />
        </label>
      </p>
      <ul>
        {checkPassword(password, policy).map(({ requirement, met }) => (
          <li key={requirement}>
            {met ? '✓' : '·'} {WORDS[requirement]}
            {requirement === 'length' && `: ${policy.minLength}`}
          </li>
        ))}
      </ul>
    </form>
  )
}
