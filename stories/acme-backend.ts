import * as z from 'zod/mini'
import type { Backend } from '../src/backends/backend.js'

const Refusal = z.object({
  problem: z.string(),
  token: z.optional(z.string()),
  link: z.optional(z.string()),
  missing: z.optional(z.array(z.string())),
  choices: z.optional(z.array(z.object({ id: z.string(), label: z.string() }))),
})

/** A company's own backend, with the refusals that none of the documented ones sends. */
export const ACME: Backend = {
  id: 'acme',
  baseUrl: '/acme',
  session: 'token',
  codes: {
    CHOOSE_ORGANIZATION: 'selection_required',
    CHOOSE_ACCOUNT: 'account_selection_required',
    DETAILS_MISSING: 'details_required',
    MOVED: { code: 'interaction_required', reason: 'location_change' },
    OTHER_DEVICE: 'link_on_other_device',
    TOO_MANY_FACTORS: 'factor_limit_reached',
  },
  readError({ body }) {
    const refusal = Refusal.safeParse(body)
    if (!refusal.success) return null
    const { problem, token, link, missing, choices } = refusal.data
    return {
      code: problem,
      message: null,
      data: {
        ...(token === undefined ? {} : { pendingToken: token }),
        ...(link === undefined ? {} : { url: link }),
        ...(choices === undefined ? {} : { options: choices }),
        ...(missing === undefined
          ? {}
          : { fields: missing.map((name) => ({ name, reason: 'required' })) }),
      },
    }
  },
  readChallenge: () => null,
  endpoints: {},
}
