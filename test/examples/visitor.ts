import type { ActionInput, ActionName } from '../../src/backends/actions.js'
import type { Backend, Endpoint, WireAnswer } from '../../src/backends/backend.js'
import { sortAnswer } from '../../src/backends/sort-answer.js'
import { toUiState } from '../../src/ui-state/to-ui-state.js'

/** Someone at a browser: carries cookies, speaks through a backend, and sees states. */
export class Visitor {
  readonly #backend: Backend
  readonly #origin: string
  readonly #cookies = new Map<string, string>()

  constructor(backend: Backend) {
    this.#backend = backend
    this.#origin = new URL(backend.baseUrl).origin
  }

  /** Carries out an action; `state` is null, and `value` the result, when it succeeded. */
  async does<A extends ActionName>(action: A, input: ActionInput<A>) {
    const endpoint = await this.#endpoint(action)
    const answer = await this.#send(endpoint, input)
    const factor = 'factor' in input ? { factor: input.factor } : {}
    const context = { operation: endpoint.operation, attempt: 1, hadToken: false, ...factor }
    const failure = sortAnswer(this.#backend, answer, context, Date.now())
    return {
      status: answer.status,
      retryAfter: answer.header('retry-after'),
      state: failure && toUiState(failure),
      value: failure ? null : endpoint.result(answer.body),
    }
  }

  async #endpoint<A extends ActionName>(action: A) {
    const endpoints = {
      ...this.#backend.endpoints,
      ...(await this.#backend.loadAccountEndpoints?.()),
    }
    return endpoints[action] as unknown as Endpoint<ActionInput<A>, unknown>
  }

  async #send<Input>(endpoint: Endpoint<Input, unknown>, input: Input): Promise<WireAnswer> {
    const { method, path, query, body } = endpoint.request(input)
    const url = new URL(`${this.#backend.baseUrl}${path}`)
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, value)
    }
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', origin: this.#origin, cookie: this.#cookie() },
      body: body ? JSON.stringify(body) : null,
      redirect: 'manual',
    })
    this.#keep(response.headers.getSetCookie())
    const text = await response.text()
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      body: text === '' ? undefined : JSON.parse(text),
    }
  }

  #cookie(): string {
    return Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; ')
  }

  #keep(setCookies: readonly string[]): void {
    for (const setCookie of setCookies) {
      const [pair = '', ...attributes] = setCookie.split('; ')
      const [name = '', value = ''] = pair.split(/=(.*)/)
      if (attributes.includes('Max-Age=0')) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}
