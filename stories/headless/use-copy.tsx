import { useAuthClient, useCopy, type UiState } from 'gatewright'
import { useState } from 'react'

/** What a state says, in the language of the page. */
export function KnockKnock() {
  const { t, sentenceFor, language, dir } = useCopy()
  const client = useAuthClient()
  const [state, setState] = useState<UiState | null>(null)

  async function knock(): Promise<void> {
    const answer = await client.signIn({ email: 'ada@example.com', password: 'guess' })
    setState(answer.kind === 'signed_in' ? null : answer)
  }
  return (
    <section lang={language} dir={dir}>
      <button type="button" onClick={() => void knock()}>
        {t('actions.signIn')}
      </button>
      <p role="alert">{state && sentenceFor(state)}</p>
    </section>
  )
}
