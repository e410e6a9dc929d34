import * as z from 'zod/mini'
import { defineBackend, readBody } from 'gatewright/client'

const Refusal = z.object({
  problem: z.string(),
  token: z.optional(z.string()),
  link: z.optional(z.string()),
  missing: z.optional(z.array(z.string())),
  choices: z.optional(z.array(z.object({ id: z.string(), label: z.string() }))),
})

/** A company's own backend, with the refusals that none of the documented ones sends. */
const acme = defineBackend({
  id: 'acme',
  session: 'token',
  codes: {
    CHOOSE_ORGANIZATION: 'selection_required',
    CHOOSE_ACCOUNT: 'account_selection_required',
    DETAILS_MISSING: 'details_required',
    MOVED: { code: 'interaction_required', reason: 'location_change' },
    OTHER_DEVICE: 'link_on_other_device',
    TOO_MANY_FACTORS: 'factor_limit_reached',
  },
  readError: readBody(Refusal, ({ problem, token, link, missing, choices }) => ({
    code: problem,
    data: {
      ...(token === undefined ? {} : { pendingToken: token }),
      ...(link === undefined ? {} : { url: link }),
      ...(choices === undefined ? {} : { options: choices }),
      ...(missing === undefined
        ? {}
        : { fields: missing.map((name) => ({ name, reason: 'required' as const })) }),
    },
  })),
  readSession: () => null,
  endpoints: {},
})

export const ACME = acme({ baseUrl: '/acme' })
