import { useState, type SyntheticEvent } from 'react'
import { createRoot } from 'react-dom/client'

/** The least that signs somebody in: uncontrolled fields, and one sentence where the answer is no success. */
function BareForm() {
  const [error, setError] = useState<string | null>(null)
  async function send(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const body = JSON.stringify(Object.fromEntries(new FormData(event.currentTarget)))
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/login', { method: 'POST', headers, body })
    setError(answer.ok ? null : 'The email or password is incorrect.')
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <h2>Sign in</h2>
      {error !== null && <div role="alert">{error}</div>}
      <label>
        Email <input name="email" type="email" autoComplete="username" />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" />
      </label>
      <button type="submit">Sign in</button>
    </form>
  )
}

createRoot(document.body).render(<BareForm />)
