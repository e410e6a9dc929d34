import { DocsContext, Controls, Primary } from '@storybook/addon-docs/blocks'
import { useContext, useState } from 'react'
import { RESPONSES, RETRIES } from '../../src/cli/words.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { surfaceOf } from '../../src/components/surface.js'
import { CATALOGUE, type CatalogueRow } from '../../src/errors/catalogue.js'
import { hasCopy } from '../../src/i18n/resources.js'
import { AuthProvider, useCopy, type UiState } from '../../src/index.js'
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'
import { BACKENDS } from '../backends.js'
import { DOCUMENTED } from '../documented-answers.js'
import { StoryLinks } from './story-links.js'

type Kind = UiState['kind']

/** Answers that are listed at once; more are behind a press. */
const SHORT = 30

/** Sentences that a code may have, and when each is said. */
const VARIANTS = {
  text: null,
  countdown: 'while a named wait runs',
  about: 'while a usual wait runs',
  hint: 'below it',
  ended: 'when the wait is over',
} as const

/** The page of a kind of state: everything on it comes from the catalogue and the backends' tables. */
export function ViewPage() {
  const { componentStories } = useContext(DocsContext)
  const [client] = useState(() => createAuthClient({ backend: BACKENDS.acme }))
  const stories = componentStories()
  const kind = kindOf(stories[0]?.title ?? '')
  return (
    <AuthProvider client={client}>
      <div className="sb-unstyled showroom showroom-in-docs">
        <h1>
          <code>{kind}</code>
        </h1>
        <p className="showroom-lead">
          {surfaceOf({ kind } as UiState) === 'panel'
            ? 'It takes the place of the form.'
            : 'It stands above the form. The form stays, with what was typed.'}
        </p>
      </div>
      <Primary />
      <details className="showroom-turn">
        <summary>Change this answer</summary>
        <div className="showroom-scroll">
          <Controls include={['backend', 'operation', 'status', 'headers', 'body', 'can']} />
        </div>
      </details>
      <div className="sb-unstyled showroom showroom-in-docs">
        <h2>Other answers, and what they show</h2>
        <StoryLinks stories={stories} />
        <Codes kind={kind} />
        <Facts kind={kind} />
        <Answers kind={kind} />
      </div>
    </AuthProvider>
  )
}

function Codes({ kind }: { kind: Kind }) {
  const codes = Object.entries<CatalogueRow>(CATALOGUE).filter(([, row]) => row.kind === kind)
  return (
    <>
      <h2>What the user reads, and what the program does</h2>
      <table className="showroom-table">
        <caption>Codes of this state</caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">The user reads</th>
            <th scope="col">The program</th>
            <th scope="col">Sent again by</th>
          </tr>
        </thead>
        <tbody>
          {codes.map(([code, row]) => (
            <tr key={code}>
              <th scope="row">
                <code>{code}</code>
              </th>
              <td data-column="Read">
                <Sentences row={row} />
              </td>
              <td data-column="Program">
                {RESPONSES[row.response]} (<code>{row.response}</code>)
              </td>
              <td data-column="Again by">{RETRIES[row.retry]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Every sentence of a code, in the kit's English. */
function Sentences({ row: { copy } }: { row: CatalogueRow }) {
  const { t } = useCopy()
  if (copy === null) return <em>no sentence of its own</em>
  return Object.entries(VARIANTS).map(([variant, when]) => {
    const key = `codes.${copy}.${variant}`
    return hasCopy(key) ? (
      <p key={variant}>
        {t(key, { seconds: 90 })}
        {when && <em> ({when})</em>}
      </p>
    ) : null
  })
}

function Facts({ kind }: { kind: Kind }) {
  const facts = Object.entries(STATE_FACTS[kind])
  return (
    <>
      <h2>What the state carries</h2>
      {facts.length === 0 ? (
        <p>Nothing but its code, the operation, and what a support team asks for.</p>
      ) : (
        <table className="showroom-table">
          <caption>Facts of this state</caption>
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">Where nobody says more</th>
            </tr>
          </thead>
          <tbody>
            {facts.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td data-column="Default">
                  <code>{JSON.stringify(value)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Answers({ kind }: { kind: Kind }) {
  const answers = DOCUMENTED.filter(({ state }) => state.kind === kind)
  return (
    <>
      <h2>Which answers lead here</h2>
      {answers.length === 0 ? (
        <p>
          None that the backends&rsquo; references list. The client makes this state itself, or a
          backend of your own leads to it.
        </p>
      ) : (
        <p>
          <a href={`./?path=/story/docs-error-index--index&args=kind:${kind}`} target="_top">
            Open them in the error index
          </a>
          , each with its screen.
        </p>
      )}
      {answers.length > 0 && (
        <details open={answers.length <= SHORT}>
          <summary>{answers.length} answers</summary>
          <table className="showroom-table">
            <caption>Answers that lead here</caption>
            <thead>
              <tr>
                <th scope="col">Answer</th>
                <th scope="col">Backend</th>
                <th scope="col">Asked at</th>
                <th scope="col">Code here</th>
              </tr>
            </thead>
            <tbody>
              {answers.map(({ id, backend, status, wireCode, message, askedAt, state }) => (
                <tr key={id}>
                  <th scope="row">
                    {status} {wireCode === null ? message : <code>{wireCode}</code>}
                  </th>
                  <td data-column="Backend">{backend}</td>
                  <td data-column="Asked at">{askedAt.join(', ')}</td>
                  <td data-column="Code here">
                    <code>{state.code}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  )
}

/** `views/account-locked` is the shelf of `account_locked`. */
function kindOf(title: string): Kind {
  return title.replace('views/', '').replaceAll('-', '_') as Kind
}
