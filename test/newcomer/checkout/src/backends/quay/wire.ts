import * as z from 'zod/mini'
import { readBody } from '../read-body.js'

const Fault = z.object({
  fault: z.string(),
  says: z.optional(z.string()),
  again_in: z.optional(z.number()),
  torn: z.optional(z.unknown()),
})
const SecondKey = z.object({ fault: z.literal('second_key'), slip: z.string() })
const Pass = z.object({
  pass: z.string(),
  renew: z.string(),
  seconds: z.number(),
  hand: z.object({ no: z.string(), mail: z.string() }),
})

export const readError = readBody(Fault, ({ fault, says, again_in, torn }) => ({
  code: fault,
  message: says,
  retryAfterSeconds: again_in,
  fields: torn,
}))

/** The second key is asked for with a 200. */
export const readChallenge = readBody(SecondKey, ({ fault, slip }) => ({
  code: fault,
  data: { challenge: slip },
}))

export const readSession = readBody(Pass, ({ pass, renew, seconds, hand }) => ({
  accessToken: pass,
  refreshToken: renew,
  expiresInSeconds: seconds,
  user: { id: hand.no, email: hand.mail },
}))
