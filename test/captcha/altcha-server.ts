import { createChallenge, verifySolution, type CreateChallengeOptions } from 'altcha-lib'
import { deriveKey as pbkdf2 } from 'altcha-lib/algorithms/pbkdf2'
import { deriveKey as sha } from 'altcha-lib/algorithms/sha'

const SECRET = 'a secret of the server'
const KEY_SECRET = 'another one'

/** A server that hands out challenges and judges their solutions, each once. */
export function altchaServer() {
  const spent = new Set<string>()
  return {
    challenge: ({
      algorithm = 'PBKDF2/SHA-256',
      ...options
    }: Partial<CreateChallengeOptions> = {}) =>
      createChallenge({
        algorithm,
        cost: 10,
        counter: 3,
        deriveKey: deriveKeyOf(algorithm),
        hmacSignatureSecret: SECRET,
        hmacKeySignatureSecret: KEY_SECRET,
        ...options,
      }),
    accepts: async (token: string): Promise<boolean> => {
      if (spent.has(token)) return false
      spent.add(token)
      const { challenge, solution } = JSON.parse(Buffer.from(token, 'base64').toString('latin1'))
      const { verified } = await verifySolution({
        challenge,
        solution,
        deriveKey: deriveKeyOf(challenge.parameters.algorithm),
        hmacSignatureSecret: SECRET,
        hmacKeySignatureSecret: KEY_SECRET,
      })
      return verified
    },
  }
}

function deriveKeyOf(algorithm: string) {
  return algorithm.startsWith('PBKDF2/') ? pbkdf2 : sha
}
