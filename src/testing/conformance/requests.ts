import type { WireRequest } from '../../backends/backend.js'
import type { AnyEndpoint } from './hostile.js'
import type { Finding } from './report.js'

/** Good for as long as nobody changes them: an address is no place for them. */
const LASTING = {
  password: 'canary-password-1',
  currentPassword: 'canary-password-2',
  newPassword: 'canary-password-3',
  refreshToken: 'canary-refresh-token',
}
/** Good once, or personal. */
const PASSING = {
  token: 'canary-token',
  challenge: 'canary-challenge',
  code: 'canary-code',
  verifier: 'canary-verifier',
  deviceCode: 'canary-device-code',
  email: 'canary@example.com',
  newEmail: 'canary-new@example.com',
  phone: '+15550100123',
}
const NAME = 'a/../b?c#d'
const INPUT = {
  ...LASTING,
  ...PASSING,
  id: NAME,
  userId: NAME,
  factorId: NAME,
  challengeId: NAME,
  userCode: NAME,
  provider: NAME,
  name: NAME,
  factor: 'totp',
  redirectUrl: 'https://app.example/after',
  response: { id: 'credential' },
  changes: {},
}

/** Builds the request of every action, and looks at its address. */
export function checkRequests(endpoints: Readonly<Record<string, AnyEndpoint>>): Finding[] {
  return Object.entries(endpoints).flatMap(([action, { request }]) => {
    try {
      return requestFindings(action, request(INPUT))
    } catch (error) {
      return [fault(action, `It could not be made: ${String(error)}.`)]
    }
  })
}

function requestFindings(action: string, request: WireRequest): Finding[] {
  const { method, path, query = {}, body } = request
  const findings: Finding[] = []
  if (!/^\/(?!\/)/.test(path))
    findings.push(fault(action, `Its path ${path} starts with no single slash.`))
  if (path.includes('undefined') || path.includes('/:')) {
    findings.push(fault(action, `Its path ${path} has a part that no input fills.`))
  }
  if (path.includes(NAME))
    findings.push(fault(action, `Its path ${path} has an input that is not encoded.`))
  if (method === 'GET' && body !== undefined) {
    findings.push(fault(action, 'It is a GET with a body, which browsers refuse to send.'))
  }
  const address = `${decoded(path)} ${Object.values(query).join(' ')}`
  for (const [name, secret] of Object.entries({ ...LASTING, ...PASSING })) {
    if (!address.includes(secret)) continue
    findings.push({
      check: 'secret_in_url',
      level: Object.hasOwn(LASTING, name) ? 'failure' : 'notice',
      where: `${action}.${name}`,
      what: `${name} is sent in the address, which servers, proxies and histories keep.`,
      mend: 'Send it in the body, if the server takes it there.',
    })
  }
  return findings
}

function fault(action: string, what: string): Finding {
  const mend =
    "Write the route as 'DELETE /sessions/:id', or encode each part with encodeURIComponent."
  return { check: 'request', level: 'failure', where: action, what, mend }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
