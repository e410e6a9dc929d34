import { useAuthSettings } from 'gatewright'

/** A way to those who can help: a place of the app's, by its address or by its router. */
export function HelpLink() {
  const { links } = useAuthSettings('HelpLink')
  const { support } = links
  if (support === undefined) return <p>Ask whoever gave you this account.</p>
  if (typeof support === 'string') return <a href={support}>Ask for help</a>
  return (
    <button type="button" onClick={() => support()}>
      Ask for help
    </button>
  )
}
