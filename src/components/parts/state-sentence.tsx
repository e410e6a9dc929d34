'use client'
import { copyOf } from '../../i18n/copy-of.js'
import { useCopy } from '../../i18n/use-copy.js'
import type { UiState } from '../../ui-state/ui-state.js'

/** What a state says, with the server's own cleaned words below it where its code allows them. */
export function StateSentence({ state }: { state: UiState }) {
  const { say } = useCopy()
  const copy = copyOf(state)
  if (!copy) return null
  return (
    <>
      <p data-gw="text">{say(copy.key, copy.values)}</p>
      {copy.serverText && (
        <p data-gw="text" data-source="server" dir="auto">
          {copy.serverText}
        </p>
      )}
      {copy.hint && <p data-gw="text">{say(copy.hint)}</p>}
    </>
  )
}
