import { SeverityNumber, type AnyValueMap, type Logger } from '@opentelemetry/api-logs'
import type { AuthEvent } from 'gatewright'

/** Kinds of failures that are somebody's fault who runs a server, not the user's. */
const FAULTS: ReadonlySet<string> = new Set([
  'configuration_error',
  'network_error',
  'server_error',
  'unknown',
])

/** How much an event matters to whoever reads the logs; the compiler asks for a row when a type is added. */
const SEVERITY: Record<AuthEvent['type'], SeverityNumber> = {
  shown: SeverityNumber.DEBUG,
  submitted: SeverityNumber.DEBUG,
  answered: SeverityNumber.DEBUG,
  challenged: SeverityNumber.INFO,
  failed: SeverityNumber.INFO,
  locked: SeverityNumber.WARN,
  recovered: SeverityNumber.INFO,
  outage_started: SeverityNumber.ERROR,
  outage_ended: SeverityNumber.INFO,
  signed_in: SeverityNumber.INFO,
  signed_out: SeverityNumber.INFO,
  session_ended: SeverityNumber.WARN,
  storage_failed: SeverityNumber.WARN,
  locks_unavailable: SeverityNumber.WARN,
  refresh_answer_lost: SeverityNumber.WARN,
  redirect_refused: SeverityNumber.WARN,
}

/** Writes each event of a client as one OpenTelemetry log record; for `createAuthClient({ onEvent })`. */
export function logAuthEvents(logger: Logger): (event: AuthEvent) => void {
  return (event) =>
    logger.emit({
      eventName: `gatewright.${event.type}`,
      severityNumber: severityOf(event),
      attributes: attributesOf(event),
    })
}

function severityOf(event: AuthEvent): SeverityNumber {
  const isFault = event.type === 'failed' && FAULTS.has(event.kind)
  return isFault ? SeverityNumber.ERROR : SEVERITY[event.type]
}

/** The facts of an event that are known, by OpenTelemetry's own names where it has some. */
function attributesOf({ type, ...facts }: AuthEvent): AnyValueMap {
  const entries: [string, string | number][] = []
  for (const [name, value] of Object.entries(facts)) {
    if (value === null) continue
    if (name === 'status') entries.push(['http.response.status_code', value])
    else entries.push([`gatewright.${snakeCase(name)}`, value])
  }
  if (type === 'failed' && 'code' in facts) entries.push(['error.type', facts.code])
  return Object.fromEntries(entries)
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
