'use client'
import { useState } from 'react'
import type { CopyKey } from '../../i18n/resources.js'
import { useCopy } from '../../i18n/use-copy.js'
import { LiveRegion } from '../../primitives/announcer/live-region.js'

export interface CopyButtonProps {
  /** What goes to the clipboard. */
  text: string
  /** Name of the button. */
  label?: CopyKey | undefined
  /** Said once it is there. */
  copied?: CopyKey | undefined
}

type Outcome = 'copied' | 'failed'

/** Puts a text on the clipboard and says whether it is there; without a clipboard it says what to do instead. */
export function CopyButton({
  text,
  label = 'actions.copy',
  copied = 'a11y.copied',
}: CopyButtonProps) {
  const { say } = useCopy()
  const [outcome, setOutcome] = useState<{ is: Outcome; time: number } | null>(null)
  async function copy(): Promise<void> {
    const is = await toClipboard(text)
    setOutcome((last) => ({ is, time: (last?.time ?? 0) + 1 }))
  }
  return (
    <>
      <button
        type="button"
        data-gw="button"
        data-variant="secondary"
        data-copied={outcome?.is === 'copied' || undefined}
        onClick={() => void copy()}
        onBlur={() => setOutcome((last) => (last?.is === 'copied' ? null : last))}
      >
        {say(outcome?.is === 'copied' ? 'actions.copied' : label)}
      </button>
      <LiveRegion
        politeness="polite"
        stamp={outcome?.time}
        hidden={outcome?.is === 'failed' ? undefined : 'visually'}
      >
        {outcome && say(outcome.is === 'copied' ? copied : 'texts.copyFailed')}
      </LiveRegion>
    </>
  )
}

/** The clipboard is missing on insecure pages and may be denied in frames. */
async function toClipboard(text: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'failed'
  }
}
