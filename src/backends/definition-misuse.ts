import { isAuthCode } from '../errors/catalogue.js'
import { OPERATIONS } from '../errors/operation.js'
import { ACTION_DEFAULTS } from './action-defaults.js'
import type { ActionName } from './actions.js'
import type { BackendDefinition } from './own-backend.js'
import { compileRoute } from './own-route.js'

/** Everything a definition may have, so that a slip of the pen in plain JavaScript is found. */
const KNOWN: Readonly<Record<keyof BackendDefinition, true>> = {
  id: true,
  session: true,
  codes: true,
  codesByOperation: true,
  rules: true,
  statuses: true,
  statusesByOperation: true,
  readError: true,
  readChallenge: true,
  readSession: true,
  readNewAccount: true,
  readRedirect: true,
  endpoints: true,
  captchaHeader: true,
  refreshGraceSeconds: true,
  provedAtSignIn: true,
  locksOnlyAccounts: true,
  codesOnlyToAccounts: true,
  passkeysNeedEmail: true,
}

/** @throws for a definition that cannot work, whatever the compiler was told. */
export function requireDefinition(definition: BackendDefinition): void {
  if (!isTable(definition)) {
    throw misuse(
      '',
      'got no definition',
      'There is nothing to make a backend of',
      'Pass { id, session, codes, readError, readSession, endpoints }',
    )
  }
  const { id } = definition
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id)) {
    throw misuse(
      'id',
      `got ${shown(id)}`,
      'Events, errors and stored waits carry the id',
      "Use lower case letters, digits and hyphens, for example id: 'acme'",
    )
  }
  for (const name of Object.keys(definition)) {
    if (Object.hasOwn(KNOWN, name)) continue
    throw misuse(
      name,
      `is nothing that the backend ${id} can have`,
      'It would never be read',
      `Use one of: ${Object.keys(KNOWN).join(', ')}`,
    )
  }
  requireParts(definition)
  requireTables(definition)
  for (const [action, endpoint] of Object.entries(definition.endpoints)) {
    requireEndpoint(action, endpoint)
  }
}

function requireParts({ session, readError, readSession, endpoints }: BackendDefinition): void {
  if (session !== 'token' && session !== 'cookie') {
    throw misuse(
      'session',
      `got ${shown(session)}`,
      'The client has to know who carries the session',
      "Use 'cookie' for an HttpOnly cookie of the server, 'token' for tokens in its answers",
    )
  }
  for (const [name, reader] of Object.entries({ readError, readSession })) {
    if (typeof reader === 'function') continue
    throw misuse(
      name,
      `got ${shown(reader)}`,
      'Bodies are read by functions that judge them first',
      `Make one: ${name}: readBody(z.object({ … }), (body) => ({ … }))`,
    )
  }
  if (isTable(endpoints)) return
  throw misuse(
    'endpoints',
    `got ${shown(endpoints)}`,
    'Without requests nobody can sign in',
    "Name at least signIn: { route: 'POST /login', body: ({ email, password }) => ({ email, password }) }",
  )
}

function requireTables(definition: BackendDefinition): void {
  const { codes, codesByOperation = {}, statuses = {}, statusesByOperation = {} } = definition
  requireCodes('codes', codes)
  requireStatuses('statuses', statuses)
  for (const [operation, table] of operationTables('codesByOperation', codesByOperation)) {
    requireCodes(`codesByOperation.${operation}`, table)
  }
  for (const [operation, table] of operationTables('statusesByOperation', statusesByOperation)) {
    requireStatuses(`statusesByOperation.${operation}`, table)
  }
  for (const [index, { is, message }] of (definition.rules ?? []).entries()) {
    const where = `rules[${index}]`
    if (typeof is !== 'function') requireCode(`${where}.is`, is)
    if (!(message instanceof RegExp) || !/[gy]/.test(message.flags)) continue
    throw misuse(
      `${where}.message`,
      `got the pattern ${String(message)}`,
      'With the flag g or y a pattern remembers where it stopped and misses every other answer',
      'Leave the flag out',
    )
  }
  for (const code of definition.provedAtSignIn ?? []) requireCode('provedAtSignIn', code)
}

function operationTables(name: string, tables: object): [string, unknown][] {
  for (const operation of Object.keys(tables)) {
    if ((OPERATIONS as readonly string[]).includes(operation)) continue
    throw misuse(
      name,
      `got the operation ${shown(operation)}`,
      'No answer is ever sorted by it',
      `Use one of: ${OPERATIONS.join(', ')}`,
    )
  }
  return Object.entries(tables)
}

function requireStatuses(name: string, table: unknown): void {
  requireCodes(name, table)
  for (const status of Object.keys(table as object)) {
    if (/^[345]\d\d$/.test(status)) continue
    throw misuse(
      name,
      `got the status ${shown(status)}`,
      'Only answers from 300 to 599 are refusals',
      'Find what is no success in a 2xx body with readChallenge',
    )
  }
}

function requireCodes(name: string, table: unknown): void {
  if (!isTable(table)) {
    throw misuse(
      name,
      `got ${shown(table)}`,
      "Answers are sorted by the server's own codes",
      "Pass a table such as { ACCOUNT_LOCKED: 'account_locked' }",
    )
  }
  for (const [wire, entry] of Object.entries(table)) requireCode(`${name}.${wire}`, entry)
}

function requireCode(name: string, entry: unknown): void {
  const code = isTable(entry) ? entry['code'] : entry
  if (isAuthCode(code)) return
  throw misuse(
    name,
    `got ${shown(code)}`,
    'The catalogue has no such code, so there is neither a state nor copy for it',
    "Choose one of Object.keys(catalogue), from 'gatewright/client'",
  )
}

function requireEndpoint(action: string, endpoint: unknown): void {
  const name = `endpoints.${action}`
  if (!Object.hasOwn(ACTION_DEFAULTS, action)) {
    throw misuse(
      name,
      'is no action',
      'No component or hook would ever ask for it',
      `Use one of: ${Object.keys(ACTION_DEFAULTS).join(', ')}`,
    )
  }
  const { route, body, result } = isTable(endpoint) ? endpoint : {}
  const compiled = compileRoute(route)
  if (!compiled) {
    throw misuse(
      `${name}.route`,
      `got ${shown(route)}`,
      'A request needs a method and a path below the base address',
      "Write for example 'POST /login' or 'DELETE /sessions/:id', and a query as query: () => ({ … })",
    )
  }
  if (compiled.method === 'GET' && body !== undefined) {
    throw misuse(
      `${name}.body`,
      'was given for a GET request',
      'Browsers refuse to send one',
      'Send it as query, or with another method',
    )
  }
  if (typeof result === 'function' || ACTION_DEFAULTS[action as ActionName][1] !== 'own') return
  throw misuse(
    `${name}.result`,
    `got ${shown(result)}`,
    'What this action gives is neither a session nor nothing',
    `Read it: result: readBody(z.object({ … }), (body) => ({ … }))`,
  )
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? 'nothing')
}

/** What, why, and how to mend it. */
function misuse(where: string, what: string, why: string, mend: string): Error {
  const name = where === '' ? 'defineBackend()' : `defineBackend({ ${where} })`
  return new Error(`Gatewright: ${name} ${what}. ${why}. ${mend}.`)
}
