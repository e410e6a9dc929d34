import * as z from 'zod/mini'
import type { Backend } from '../../src/backends/backend.js'
import type { FailureData } from '../../src/errors/failure-data.js'

/** What Acme's server puts beside two of its own words. */
const Asked = z.object({
  error: z.object({
    details: z.object({
      pendingToken: z.optional(z.string()),
      options: z.optional(z.array(z.object({ id: z.string(), label: z.string() }))),
      missing: z.optional(z.array(z.string())),
    }),
  }),
})

/**
 * A company's own backend: a documented one whose server has learned words of its own. Whoever extends a server
 * extends its backend the same way.
 */
export function acmeOn(documented: Backend): Backend {
  return {
    ...documented,
    id: 'acme',
    codes: {
      ...documented.codes,
      CHOOSE_ORGANIZATION: 'selection_required',
      DETAILS_MISSING: 'details_required',
    },
    // Acme knows its own server: it checks the password first.
    provedAtSignIn: ['email_unverified'],
    readError(answer, context, receivedAt) {
      const error = documented.readError(answer, context, receivedAt)
      return error && { ...error, data: { ...error.data, ...askedIn(answer.body) } }
    },
  }
}

function askedIn(body: unknown): FailureData {
  const asked = Asked.safeParse(body)
  if (!asked.success) return {}
  const { pendingToken, options, missing } = asked.data.error.details
  return {
    ...(pendingToken === undefined ? {} : { pendingToken }),
    ...(options === undefined ? {} : { options }),
    ...(missing === undefined ? {} : { fields: missing.map(asMissing) }),
  }
}

function asMissing(name: string) {
  return { name, reason: 'required' as const }
}
