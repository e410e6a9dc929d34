import { Fragment, useId, useState } from 'react'
import { BACKENDS } from '../backends.js'
import { CODE_COUNT, DOCUMENTED, type DocumentedAnswer } from '../documented-answers.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { AuthProvider, useCopy } from '../../src/index.js'
import type { WireStory } from '../answer-story.js'
import type { LanguageProps } from '../surroundings.js'
import { Breakable } from './breakable.js'
import { StateDetails, StateSentence, ViewLink } from './state-details.js'

/** How many rows are drawn at first, and how many more at each press. */
const PAGE = 40

const BACKEND_IDS = [...new Set(DOCUMENTED.map(({ backend }) => backend))]
const KINDS = [...new Set(DOCUMENTED.map(({ state }) => state.kind))].toSorted()

const COLUMNS = ['Answer', 'Backend', 'Asked at', 'Code here', 'State', 'Sentence'] as const

export interface ErrorIndexProps {
  /** Words that all have to stand in a row. */
  search: string
  /** Id of a backend; empty for all. */
  backend: string
  /** A kind of state; empty for all. */
  kind: string
}

/** Every documented code of every backend, with what the kit makes of it. */
export function ErrorIndex({ language, ...first }: ErrorIndexProps & { language: LanguageProps }) {
  const [client] = useState(() => createAuthClient({ backend: BACKENDS.acme }))
  return (
    <AuthProvider client={client} {...language}>
      <Index {...first} language={language} />
    </AuthProvider>
  )
}

function Index({ language, ...first }: ErrorIndexProps & { language: LanguageProps }) {
  const { sentenceFor } = useCopy()
  const [wanted, setWanted] = useState(first)
  const [limit, setLimit] = useState(PAGE)
  const [open, setOpen] = useState<string | null>(null)
  const found = DOCUMENTED.filter((answer) => fits(answer, wanted, sentenceFor(answer.state)))

  function change(next: Partial<ErrorIndexProps>) {
    setWanted({ ...wanted, ...next })
    setLimit(PAGE)
    setOpen(null)
  }
  return (
    <div className="showroom">
      <h1>Error index</h1>
      <p>
        {CODE_COUNT} codes from the references of {BACKEND_IDS.length} backends. Open one to see the
        screen it leads to.
      </p>
      <Filters wanted={wanted} onChange={change} />
      <p role="status">
        {found.length === 0
          ? 'No answer fits. Take away a word or a filter.'
          : `${found.length} of ${DOCUMENTED.length} answers`}
      </p>
      {found.length > 0 && (
        <table className="showroom-table showroom-index">
          <caption>Answers and what becomes of them</caption>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, limit).map((answer) => (
              <AnswerRow
                key={answer.id}
                answer={answer}
                isOpen={open === answer.id}
                onToggle={() => setOpen(open === answer.id ? null : answer.id)}
                language={language}
              />
            ))}
          </tbody>
        </table>
      )}
      {found.length > limit && (
        <button type="button" className="showroom-button" onClick={() => setLimit(limit + PAGE)}>
          Show {Math.min(PAGE, found.length - limit)} more of {found.length - limit}
        </button>
      )}
    </div>
  )
}

interface FiltersProps {
  wanted: ErrorIndexProps
  onChange: (next: Partial<ErrorIndexProps>) => void
}

function Filters({ wanted, onChange }: FiltersProps) {
  const id = useId()
  return (
    <form
      method="post"
      role="search"
      className="showroom-form"
      onSubmit={(event) => event.preventDefault()}
    >
      <div>
        <label htmlFor={`${id}search`}>Search</label>
        <input
          id={`${id}search`}
          type="search"
          placeholder="locked, 429, token…"
          value={wanted.search}
          onChange={({ target }) => onChange({ search: target.value })}
        />
      </div>
      <div>
        <label htmlFor={`${id}backend`}>Backend</label>
        <select
          id={`${id}backend`}
          value={wanted.backend}
          onChange={({ target }) => onChange({ backend: target.value })}
        >
          <option value="">All backends</option>
          {BACKEND_IDS.map((backend) => (
            <option key={backend}>{backend}</option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}kind`}>State</label>
        <select
          id={`${id}kind`}
          value={wanted.kind}
          onChange={({ target }) => onChange({ kind: target.value })}
        >
          <option value="">All states</option>
          {KINDS.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </div>
    </form>
  )
}

interface AnswerRowProps {
  answer: DocumentedAnswer
  isOpen: boolean
  onToggle: () => void
  language: LanguageProps
}

function AnswerRow({ answer, isOpen, onToggle, language }: AnswerRowProps) {
  const id = useId()
  const { backend, askedAt, status, wireCode, message, state } = answer
  return (
    <Fragment>
      <tr data-open={isOpen || undefined}>
        <th scope="row">
          <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
            <span className="showroom-status">{status}</span>{' '}
            <span>
              <Breakable name={wireCode ?? message ?? ''} />
            </span>
          </button>
          {wireCode !== null && message !== null && <p>{message}</p>}
        </th>
        <Cell column="Backend">{backend}</Cell>
        <Cell column="Asked at">
          <Breakable name={askedAt.join(', ')} />
        </Cell>
        <Cell column="Code here">
          <code>
            <Breakable name={state.code} />
          </code>
        </Cell>
        <Cell column="State">
          <ViewLink kind={state.kind} />
        </Cell>
        <Cell column="Sentence">
          <StateSentence state={state} />
        </Cell>
      </tr>
      {isOpen && (
        <tr className="showroom-opened" id={id}>
          <td colSpan={COLUMNS.length}>
            <StateDetails
              state={state}
              backend={backend}
              language={language}
              sent={asSent(answer.wire)}
            />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

/** On a narrow screen the rows become blocks, and each value carries its column's name. */
function Cell({ column, children }: { column: string; children: React.ReactNode }) {
  return <td data-column={column}>{children}</td>
}

function fits(answer: DocumentedAnswer, wanted: ErrorIndexProps, sentence: string | null): boolean {
  const { backend, askedAt, status, wireCode, message, state } = answer
  if (wanted.backend !== '' && wanted.backend !== backend) return false
  if (wanted.kind !== '' && wanted.kind !== state.kind) return false
  const text = [backend, ...askedAt, status, wireCode, message, state.code, state.kind, sentence]
    .join(' ')
    .toLowerCase()
  const words = wanted.search.toLowerCase().split(/\s+/)
  return words.every((word) => text.includes(word))
}

function asSent({ status, headers = {}, body }: WireStory): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const written = typeof body === 'string' ? body : JSON.stringify(body, null, 2)
  return [`HTTP ${status}`, ...lines, '', written ?? ''].join('\n')
}
