import { useActionFacts } from 'gatewright'

/** Offers what the backend has, and says whom to ask for what it has not. */
export function AddressSettings() {
  const { supported, takes } = useActionFacts('changeEmail')
  if (supported === null) return <p>One moment…</p>
  if (!supported) return <p>Ask support to change your address.</p>
  return (
    <section>
      <button type="button">Change my address</button>
      {takes.includes('redirectUrl') && <p>A mail will lead you back to this page.</p>}
    </section>
  )
}
