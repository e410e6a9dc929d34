import { RESPONSES, RETRIES } from '../../src/cli/words.js'
import { rowOf } from '../../src/errors/catalogue.js'
import { useCopy, type UiState } from '../../src/index.js'
import { FORM_CAN, StateStory } from '../answer-story.js'
import type { BackendId } from '../backends.js'
import { captchaCheckbox } from '../captcha-checkbox.js'
import type { LanguageProps } from '../surroundings.js'
import { Breakable } from './breakable.js'

const captcha = captchaCheckbox(() => 'token_1')

export interface StateDetailsProps {
  state: UiState
  backend: BackendId
  language: LanguageProps
  /** The answer it came from, as it was sent. */
  sent?: string
}

/** A state from every side: its view, its sentence, its facts and what the program does. */
export function StateDetails({ state, backend, language, sent }: StateDetailsProps) {
  const { response, retry } = rowOf(state.code)
  return (
    <div className="showroom-details">
      <section aria-label="What the user sees">
        <StateStory
          key={`${backend} ${state.kind}`}
          state={state}
          backend={backend}
          can={FORM_CAN}
          onAction={() => undefined}
          email="ada@example.com"
          captcha={captcha}
          {...language}
        />
      </section>
      <div>
        {sent !== undefined && <Wire text={sent} name="What the server sends" />}
        <dl className="showroom-facts">
          <dt>State</dt>
          <dd>
            <ViewLink kind={state.kind} />
          </dd>
          <dt>Code</dt>
          <dd>
            <code>{state.code}</code>
          </dd>
          <dt>Sentence</dt>
          <dd>
            <StateSentence state={state} />
          </dd>
          <dt>The program</dt>
          <dd>
            {RESPONSES[response]} (<code>{response}</code>)
          </dd>
          <dt>Sent again by</dt>
          <dd>{RETRIES[retry]}</dd>
          <dt>Facts</dt>
          <dd>
            <Wire text={factsOf(state)} name="Facts" />
          </dd>
        </dl>
      </div>
    </div>
  )
}

/** What a state says, in the language of the page. */
export function StateSentence({ state }: { state: UiState }) {
  const { sentenceFor, language, dir } = useCopy()
  const sentence = sentenceFor(state)
  if (sentence === null) return <em>no sentence of its own</em>
  return (
    <span lang={language} dir={dir}>
      {sentence}
    </span>
  )
}

/** The page of a kind. */
export function ViewLink({ kind }: { kind: string }) {
  return (
    <a href={`./?path=/docs/views-${kind.replaceAll('_', '-')}--docs`} target="_top">
      <code>
        <Breakable name={kind} />
      </code>
    </a>
  )
}

/** Text as it goes over the wire. It scrolls by itself, by keyboard too. */
export function Wire({ text, name }: { text: string; name: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls has to be reached.
    <pre className="showroom-wire" role="region" aria-label={name} tabIndex={0}>
      {text}
    </pre>
  )
}

/** What the program has to work with, but for what every state carries. */
function factsOf(state: UiState): string {
  const { kind: _, code: __, operation: ___, support, ...facts } = state
  return JSON.stringify({ ...facts, support }, null, 2)
}
