import { useState } from 'react'
import { expect, fn } from 'storybook/test'
import type { WireAnswer } from '../src/backends/backend.js'
import { sortAnswer } from '../src/backends/sort-answer.js'
import { createAuthClient } from '../src/client/create-auth-client.js'
import { localFailure } from '../src/client/local-failure.js'
import { Card } from '../src/components/parts/card.js'
import { surfaceOf } from '../src/components/surface.js'
import {
  firstCall,
  OPERATIONS,
  type Operation,
  type OperationContext,
} from '../src/errors/operation.js'
import type { AuthFailure } from '../src/errors/auth-failure.js'
import {
  AuthProvider,
  UiStateView,
  type CaptchaProvider,
  type StateHandlers,
  type UiState,
} from '../src/index.js'
import { LiveRegion } from '../src/primitives/index.js'
import { toUiState } from '../src/ui-state/to-ui-state.js'
import { BACKENDS, type BackendId } from './backends.js'
import { ViewDocsPage } from './docs/docs-pages.js'
import { LINKS, languageOf, type Globals, type LanguageProps } from './surroundings.js'

/** When every answer of these stories arrives. */
export const NOW = Date.UTC(2026, 0, 5, 9)

const now = () => NOW

/** What a server answered, and to what. */
export interface WireStory {
  backend: BackendId
  operation: Operation
  status?: number
  headers?: Readonly<Record<string, string>>
  body?: unknown
  /** No answer came at all. */
  network?: 'offline' | 'timeout'
  /** What else the sort knows of the call. */
  context?: Partial<OperationContext>
}

/** What the flow around a view can do; each call is told to `onAction` by its name. */
type Ability = {
  [K in keyof StateHandlers]-?: NonNullable<StateHandlers[K]> extends (...given: never[]) => void
    ? K
    : never
}[keyof StateHandlers]

export interface AnswerStoryProps extends WireStory {
  /** Default: what a sign-in form can do. */
  can: readonly Ability[]
  onAction: (name: Ability, given?: unknown) => void
  /** The address the flow is about. */
  email?: string | undefined
  captcha?: CaptchaProvider | undefined
}

/** Each ability, and whether its call carries something worth telling. */
const ABILITIES: Record<Ability, boolean> = {
  retry: false,
  restart: false,
  otherAccount: false,
  cancel: false,
  finish: true,
  solveCaptcha: true,
  choose: true,
  submitDetails: true,
  setPassword: false,
  enrolMfa: false,
  reauthenticate: false,
  requestLink: false,
  chooseMethod: false,
  emailCode: false,
  manageSessions: false,
}

/** What stands around a state, whatever led to it. */
export interface StateStoryProps
  extends LanguageProps, Pick<AnswerStoryProps, 'can' | 'onAction' | 'email' | 'captcha'> {
  state: UiState
  backend: BackendId
}

/** A state, as its user sees it. */
export function StateStory({
  state,
  backend,
  can,
  onAction,
  email,
  captcha,
  language,
  dir,
  copy,
}: StateStoryProps) {
  const [client] = useState(() =>
    createAuthClient({ backend: BACKENDS[backend], fetch: noNetwork, now }),
  )
  const calls = can.map((name) => [
    name,
    (given: unknown) => (ABILITIES[name] ? onAction(name, given) : onAction(name)),
  ])
  const handlers: StateHandlers = { ...Object.fromEntries(calls), email }
  const view = <UiStateView state={state} handlers={handlers} />
  return (
    <AuthProvider
      client={client}
      links={LINKS}
      language={language}
      dir={dir}
      copy={copy}
      {...(captcha && { captcha })}
    >
      <Card data-kind={state.kind}>
        {surfaceOf(state) === 'alert' ? (
          <LiveRegion politeness="assertive">{view}</LiveRegion>
        ) : (
          view
        )}
      </Card>
    </AuthProvider>
  )
}

/** Whatever a server answered, as its user sees it. */
export function AnswerStory({
  can,
  onAction,
  email,
  captcha,
  language,
  dir,
  copy,
  ...wire
}: AnswerStoryProps & LanguageProps) {
  return (
    <StateStory
      state={stateOf(wire)}
      backend={wire.backend}
      {...{ can, onAction, email, captcha, language, dir, copy }}
    />
  )
}

/** What a sign-in form around a state can do. */
export const FORM_CAN = ['retry', 'restart', 'otherAccount', 'finish', 'solveCaptcha'] as const

/** The parts every `views/` file begins with. */
export const answerStories = {
  component: AnswerStory,
  args: {
    can: FORM_CAN,
    onAction: fn(),
  },
  parameters: { docs: { page: ViewDocsPage } },
  argTypes: {
    backend: { control: 'select', options: Object.keys(BACKENDS) },
    operation: { control: 'select', options: OPERATIONS },
    can: { control: 'inline-check', options: Object.keys(ABILITIES) },
    captcha: { control: false },
  },
  render: (args: AnswerStoryProps, { globals }: { globals: Globals }) => (
    <AnswerStory {...args} {...languageOf(globals)} />
  ),
  async afterEach({ title, canvasElement }: { title: string; canvasElement: HTMLElement }) {
    const kind = title.replace('views/', '').replaceAll('-', '_')
    await expect(canvasElement.querySelector('[data-gatewright]')).toHaveAttribute(
      'data-kind',
      kind,
    )
  },
} as const

const NO_ANSWER = { offline: 'offline', timeout: 'timed_out' } as const

/** The state an answer leads to. Throws for a success, which leads to none. */
export function stateOf(wire: WireStory): UiState {
  return toUiState(failureOf(wire))
}

function failureOf({ backend, operation, network, context, ...wire }: WireStory): AuthFailure {
  const call = { ...firstCall(operation), ...context }
  if (network) return localFailure(NO_ANSWER[network], backend, call, NOW)
  const failure = sortAnswer(BACKENDS[backend], answerOf(wire), call, NOW)
  if (failure) return failure
  throw new Error(`This answer is a success of ${operation}: there is no state to show.`)
}

function answerOf({
  status = 200,
  headers = {},
  body,
}: Pick<WireStory, 'status' | 'headers' | 'body'>): WireAnswer {
  const given = new Headers(headers)
  return { status, header: (name) => given.get(name), body }
}

/** A view is looked at, not talked through. */
function noNetwork(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'))
}
