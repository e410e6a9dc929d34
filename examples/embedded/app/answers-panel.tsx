import { useAnswers } from './answers.js'

/** What the backend has answered lately, as the states that its answers became. */
export function AnswersPanel() {
  const answers = useAnswers()
  return (
    <section className="demo-panel" aria-labelledby="demo-answers" lang="en">
      <h2 id="demo-answers">Answers</h2>
      {answers.length === 0 ? (
        <p>What a backend answers becomes a state. The last ones are shown here.</p>
      ) : (
        <ol className="demo-answers">
          {answers.map(({ id, backend, kind, operation, status, rawCode }) => (
            <li key={id}>
              <code>{kind}</code>
              <small>{[backend, operation, status, rawCode].filter(Boolean).join(' · ')}</small>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
