import { useEffect, useState } from 'react'

export interface CopyButtonProps {
  /** What the text is, for the button's name. */
  what: string
  text: string
}

/** Copies a text, and says for a moment that it has. */
export function CopyButton({ what, text }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(setCopied, 2_000, false)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <button type="button" className="demo-copy" onClick={() => void copy()}>
      <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
      <span data-gw="visually-hidden"> {what}</span>
    </button>
  )
}
