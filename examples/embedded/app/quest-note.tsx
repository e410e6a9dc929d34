import { giveUp, useQuest } from './quest.js'

/** What is left to do to meet the state that the visitor has chosen. */
export function QuestNote() {
  const quest = useQuest()
  if (!quest) return null
  return (
    <div className="demo-quest" lang="en">
      <p role="status">
        {quest.met ? (
          <>
            You have met <code>{quest.kind}</code>.
          </>
        ) : (
          <>
            To meet <code>{quest.kind}</code>: {quest.how}
          </>
        )}
      </p>
      <a href="/states">All states</a>
      <button type="button" className="demo-copy" onClick={giveUp}>
        Close<span data-gw="visually-hidden"> this note</span>
      </button>
    </div>
  )
}
