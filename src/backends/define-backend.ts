import type { FailureData } from '../errors/failure-data.js'
import type { Backend, Challenge, WireAnswer, WireError } from './backend.js'
import { requireBaseUrl } from './base-url.js'
import { requireDefinition } from './definition-misuse.js'
import { readFieldErrors } from './field-errors.js'
import type {
  BackendDefinition,
  FoundChallenge,
  FoundError,
  OwnBackendOptions,
} from './own-backend.js'
import { attempted, ownEndpoints } from './own-endpoints.js'
import { waitSeconds } from './retry-after.js'
import { secondsUntil } from './server-time.js'

/**
 * Makes a backend of one's own auth server: its codes as codes of the catalogue, its bodies by readers, its requests
 * as routes. Gives a function like those of `gatewright/backends/<id>`. Whatever the server sends and whatever a
 * reader throws, an answer is sorted into one state, and one that cannot be read signs nobody in.
 *
 * @throws where the definition cannot work: what is wrong, why, and how to mend it.
 */
export function defineBackend(
  definition: BackendDefinition,
): (options: OwnBackendOptions) => Backend {
  requireDefinition(definition)
  const { readError, readChallenge, readSession: _, readNewAccount: __, ...told } = definition
  const endpoints = ownEndpoints(definition)
  return ({ baseUrl, headers }) => ({
    ...told,
    baseUrl: requireBaseUrl(definition.id, baseUrl),
    endpoints,
    ...(headers === undefined ? {} : { headers }),
    readError: (answer, context, at) =>
      attempted(() => {
        const found = readError(answer.body, { ...plain(answer), context, at })
        return found && toWireError(found, at)
      }),
    readChallenge: (answer, context, at) => {
      if (!readChallenge) return null
      try {
        const found = readChallenge(answer.body, { ...plain(answer), context, at })
        return found && toChallenge(found, at)
      } catch {
        return UNREAD
      }
    },
  })
}

/** Fails closed: what may have asked for a second factor is no success. */
const UNREAD: Challenge = { code: null, message: null, entry: 'unknown' }

/** The header lookup works by itself, for readers that take it out. */
function plain({ status, header }: WireAnswer) {
  return { status, header }
}

function toChallenge({ is, ...found }: FoundChallenge, at: number): Challenge {
  return { ...toWireError(found, at), ...(is === undefined ? {} : { entry: is }) }
}

function toWireError(found: FoundError, at: number): WireError {
  const { code, message, requestId } = found
  return {
    code: code === undefined || code === null ? null : String(code),
    message: message ?? null,
    requestId: requestId ?? null,
    data: { ...found.data, ...waitIn(found, at), ...fieldsIn(found) },
  }
}

function waitIn({ data, retryAfterSeconds, retryAt }: FoundError, at: number): FailureData {
  const waits = [data?.retryAfterSeconds, retryAfterSeconds, secondsUntil(retryAt, at)]
    .map(waitSeconds)
    .filter((seconds) => seconds !== null)
  return waits.length > 0 ? { retryAfterSeconds: Math.max(...waits) } : {}
}

function fieldsIn({ data, fields }: FoundError): FailureData {
  if (fields === undefined || fields === null) return {}
  return { fields: [...(data?.fields ?? []), ...readFieldErrors(fields)] }
}
