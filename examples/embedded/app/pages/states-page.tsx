import { useMutation } from '@tanstack/react-query'
import { useCopy, type UiKind } from 'gatewright'
import { catalogue } from 'gatewright/client'
import { WAYS, type Way } from '../../states/ways.js'
import type { PageProps } from '../screens.js'
import { backendOf, type DemoBackend } from '../backends.js'
import { Card } from '../card.js'
import { arm } from '../dev-api.js'
import { setOut } from '../quest.js'
import { navigate } from '../router.js'
import { change } from '../settings.js'

/** The closed set, in the catalogue's order. */
const KINDS = [...new Set<UiKind>(Object.values(catalogue).map(({ kind }) => kind))]

/** States that tell of an account: where nobody is to be told, a screen shows another in their place. */
const ABOUT_ACCOUNT: ReadonlySet<UiKind> = new Set<UiKind>([
  'account_disabled',
  'account_exists',
  'account_locked',
  'conflict',
  'method_unavailable',
  'not_found',
  'password_reset_required',
  'permission_denied',
  'verification_required',
])

/** Every state the kit knows, and how each is met. */
export function StatesPage({ backend }: PageProps) {
  const here = KINDS.filter((kind) => wayAt(backend, kind)).length
  return (
    <Card title="States" wide>
      <p data-gw="text" lang="en">
        Whatever a backend answers becomes one of {KINDS.length} states. {backend.name} leads to{' '}
        {here} of them here; for the rest choose a backend that does.
      </p>
      <ul className="demo-states">
        {KINDS.map((kind) => (
          <State key={kind} kind={kind} backend={backend} />
        ))}
      </ul>
    </Card>
  )
}

function State({ kind, backend }: { kind: UiKind; backend: DemoBackend }) {
  const { t, language } = useCopy()
  const way = wayAt(backend, kind)
  return (
    <li data-kind={kind} lang="en">
      <h3>
        <code>{kind}</code> <small lang={language}>{t(`titles.${kind}`)}</small>
      </h3>
      {way ? <Meet kind={kind} way={way} backend={backend} /> : <Elsewhere kind={kind} />}
    </li>
  )
}

function Meet({ kind, way, backend }: { kind: UiKind; way: Way; backend: DemoBackend }) {
  const going = useMutation({
    mutationFn: async () => {
      if (way.answer !== null) await arm(backend, way)
      if (ABOUT_ACCOUNT.has(kind)) change('disclosure', 'show')
      setOut(kind, way.how)
      navigate(way.page)
    },
  })
  return (
    <div className="demo-row">
      <span className="demo-how">
        {way.how}
        {way.answer !== null && (
          <>
            {' '}
            <small>
              The server is told to answer <bdi dir="ltr">{inShort(way.answer)}</bdi>.
            </small>
          </>
        )}
        {going.isError && <small role="alert"> The server did not take it. Is it running?</small>}
      </span>
      <button
        type="button"
        className="demo-button"
        onClick={() => going.isPending || going.mutate()}
      >
        Meet it<span data-gw="visually-hidden"> {kind}</span>
      </button>
    </div>
  )
}

function Elsewhere({ kind }: { kind: UiKind }) {
  return (
    <div className="demo-elsewhere">
      <span>Met at</span>
      {WAYS[kind].map(({ backend: id }) => (
        <button key={id} type="button" className="demo-copy" onClick={() => change('backend', id)}>
          {backendOf(id).name}
        </button>
      ))}
    </div>
  )
}

function wayAt(backend: DemoBackend, kind: UiKind): Way | undefined {
  return WAYS[kind].find((way) => way.backend === backend.id)
}

function inShort(answer: NonNullable<Way['answer']>): string {
  if (typeof answer === 'string') return 'nothing, as without a network'
  return [answer.status, answer.code ?? answer.message].filter(Boolean).join(' ')
}
