import { useEmailSuggestion } from 'gatewright'
import { useState } from 'react'

/** An address with a word about slips in it, which nobody has to heed. */
export function NewsletterForm({ onJoin }: { onJoin: (address: string) => void }) {
  const [address, setAddress] = useState('')
  const suggestion = useEmailSuggestion(address)
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        onJoin(address)
      }}
    >
      <p>
        <label>
          E-mail{' '}
          <input
            type="email"
            name="email"
            autoComplete="email"
            value={address}
            onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          />
        </label>
      </p>
      <p role="status">
        {suggestion !== null && (
          <button type="button" onClick={() => setAddress(suggestion)}>
            Did you mean {suggestion}?
          </button>
        )}
      </p>
      <button type="submit">Send me news</button>
    </form>
  )
}
