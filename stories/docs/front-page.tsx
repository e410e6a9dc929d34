import { useMemo, useState } from 'react'
import { DIALECT_IDS, type DialectId } from '../dialect-ids.js'
import { ADA, createScene, GRACE } from '../flow-scene.js'
import { FlowScreen } from '../flow-screen.js'
import { CODE_COUNT } from '../documented-answers.js'
import { STATE_FACTS } from '../../src/ui-state/state-facts.js'
import { Wire } from './state-details.js'

const IMPORTED_AS: Record<DialectId, string> = {
  calimatic: 'calimatic',
  'auth-svc': 'authSvc',
  authos: 'authos',
  intelliauth: 'intelliauth',
  edgebase: 'edgebase',
}

const SHELVES = [
  [
    'docs/start',
    'docs/docs-start-drop-ins--docs',
    'drop-ins, hooks, or this book: three ways to begin',
  ],
  [
    'docs/flows',
    'docs/docs-flows-all--docs',
    'each flow with its drop-in, its hook and its states',
  ],
  [
    'docs/error-index',
    'story/docs-error-index--index',
    'every code of every backend, and its screen',
  ],
  ['docs/inspector', 'story/docs-inspector--a-lockout', 'paste what your server answers'],
  ['components', 'docs/components-sign-in--docs', 'the drop-ins, their props and their code'],
  ['views', 'docs/views-account-locked--docs', 'every state: what is seen, what is done'],
  ['flows', 'story/flows-sign-in--auth-svc', 'whole journeys on a fake server'],
  ['headless', 'story/headless-use-sign-in--signs-in', 'every hook in plain HTML, to copy'],
  ['primitives', 'story/primitives-otp-field--pasted', 'the unstyled parts'],
  ['captcha', 'story/captcha-providers--turnstile', 'every provider, without its network'],
] as const

/** What the kit is, on one screen. */
export function FrontPage() {
  const [backend, setBackend] = useState<DialectId>('auth-svc')
  const scene = useMemo(
    () =>
      createScene({ backend, server: { clock: { followsRealTime: true } } }, ({ fetch }) => fetch),
    [backend],
  )
  return (
    <div className="sb-unstyled showroom showroom-in-docs">
      <h1>A backend&rsquo;s answer is not a message to print but a state to be in.</h1>
      <p className="showroom-lead">
        Gatewright is a React auth UI kit for any auth backend. It sorts {CODE_COUNT} documented
        codes of six backends into {Object.keys(STATE_FACTS).length} states. Each state brings its
        words in forty languages, its screen, and the next step.
      </p>
      <div className="showroom-front">
        <section aria-label="A sign-in screen at work">
          <FlowScreen key={backend} scene={scene} />
        </section>
        <div>
          <h2>This is all of its code</h2>
          <Wire text={codeFor(backend)} name="Code" />
          <form
            method="post"
            className="showroom-form"
            onSubmit={(event) => event.preventDefault()}
          >
            <div className="showroom-wide">
              <label htmlFor="front-page-backend">The fake server speaks</label>
              <select
                id="front-page-backend"
                value={backend}
                onChange={({ target }) => setBackend(target.value as DialectId)}
              >
                {DIALECT_IDS.map((id) => (
                  <option key={id}>{id}</option>
                ))}
              </select>
            </div>
          </form>
          <ul>
            <li>
              Sign in: <code>{ADA.email}</code>, <code>{ADA.password}</code>.
            </li>
            <li>
              With a second factor: <code>{GRACE.email}</code>, the same password, and the backup
              code <code>AAAA-1111</code>.
            </li>
            <li>A lockout: a wrong password, five times.</li>
          </ul>
        </div>
      </div>
      <h2>Look around</h2>
      <ul className="showroom-shelves">
        {SHELVES.map(([name, path, words]) => (
          <li key={name}>
            <a href={`./?path=/${path}`} target="_top">
              {name}
            </a>
            <br />
            {words}
          </li>
        ))}
      </ul>
      <p>
        The toolbar sets backend, clock, theme, language, direction, and light or dark. Every story
        is a test too, and is checked for accessibility.
      </p>
    </div>
  )
}

function codeFor(backend: DialectId): string {
  return `const client = createAuthClient({
  backend: ${IMPORTED_AS[backend]}({ baseUrl: '/api' }),
})

<AuthProvider client={client}>
  <SignIn onSignedIn={() => navigate('/')} />
</AuthProvider>`
}
