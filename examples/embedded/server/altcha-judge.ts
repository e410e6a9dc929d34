import { randomBytes, randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import * as z from 'zod'
import { CHALLENGE_PATH } from '../contract.js'

/** Where Better Auth's captcha plugin sends what was solved. */
export const JUDGE_PATH = '/captcha/judge'

const LIFETIME_SECONDS = 300

const Solved = z.object({
  challenge: z.object({ parameters: z.looseObject({}), signature: z.string() }),
  solution: z.looseObject({}),
})

type Judged = Pick<Parameters<typeof verifySolution>[0], 'challenge' | 'solution'>

export interface AltchaJudge {
  /** What the captcha plugin has to show to be answered. */
  secret: string
  /** Answers everything under `/captcha/`. */
  fetch: (request: Request) => Promise<Response>
}

/** Hands out proofs of work and judges each once, in the form hCaptcha's own judge takes and answers. */
export function createAltchaJudge(): AltchaJudge {
  const secret = newSecret()
  const hmacSignatureSecret = newSecret()
  const hmacKeySignatureSecret = newSecret()
  /** Signatures of challenges that were accepted, and when each can be forgotten. */
  const spent = new Map<string, number>()

  const challenge = () =>
    createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 1000,
      counter: randomInt(50, 150),
      expiresAt: new Date(Date.now() + LIFETIME_SECONDS * 1000),
      deriveKey,
      hmacSignatureSecret,
      hmacKeySignatureSecret,
    })

  function spend(signature: string): boolean {
    const now = Date.now()
    for (const [old, until] of spent) if (until < now) spent.delete(old)
    if (spent.has(signature)) return false
    spent.set(signature, now + LIFETIME_SECONDS * 1000)
    return true
  }

  async function accepts(token: string): Promise<boolean> {
    const solved = Solved.safeParse(opened(token))
    if (!solved.success) return false
    // The signature inside is what says that the rest is of this server's making.
    const { challenge: posed, solution } = solved.data as unknown as Judged
    try {
      const { verified } = await verifySolution({
        challenge: posed,
        solution,
        deriveKey,
        hmacSignatureSecret,
        hmacKeySignatureSecret,
      })
      return verified && spend(solved.data.challenge.signature)
    } catch {
      return false
    }
  }

  return {
    secret,
    fetch: async (request) => {
      const route = `${request.method} ${new URL(request.url).pathname}`
      if (route === `GET ${CHALLENGE_PATH}`) return noStore(await challenge())
      if (route !== `POST ${JUDGE_PATH}`) return new Response(null, { status: 404 })
      const form = new URLSearchParams(await request.text())
      const asked = form.get('secret') === secret
      return noStore({ success: asked && (await accepts(form.get('response') ?? '')) })
    },
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

function opened(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64').toString('utf8'))
  } catch {
    return null
  }
}

function noStore(body: unknown): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } })
}
