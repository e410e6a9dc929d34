import type { Challenge, DeriveKeyFunction } from 'altcha-lib'
import type { AltchaChallenge } from './altcha-challenge.js'

/** Solves a challenge and gives the token that altcha-lib's `verifySolution` judges. Rejects once it is aborted. */
export async function solve(
  challenge: AltchaChallenge,
  controller: AbortController,
): Promise<string> {
  const [{ solveChallenge }, deriveKey] = await Promise.all([
    import('altcha-lib'),
    keyDerivation(challenge.parameters.algorithm),
  ])
  // The caller's controller is the only deadline.
  const solution = await solveChallenge({
    challenge: challenge as Challenge,
    deriveKey,
    controller,
    timeout: 0,
  })
  controller.signal.throwIfAborted()
  if (!solution) throw new Error('Gatewright: the ALTCHA challenge has no solution.')
  return encode({ challenge, solution })
}

async function keyDerivation(algorithm: string): Promise<DeriveKeyFunction> {
  if (algorithm.startsWith('PBKDF2/')) {
    return (await import('altcha-lib/algorithms/web/pbkdf2')).deriveKey
  }
  if (algorithm.startsWith('SHA-')) return (await import('altcha-lib/algorithms/web/sha')).deriveKey
  throw new Error(
    `Gatewright: the ALTCHA challenge asks for ${JSON.stringify(algorithm)}, which browsers cannot compute by themselves. ` +
      'Only what Web Crypto offers is supported. ' +
      "Create challenges with 'PBKDF2/SHA-256' or 'SHA-256'.",
  )
}

/** Base64 of JSON in ASCII, which reads the same however the server decodes it. */
function encode(payload: object): string {
  const ascii = JSON.stringify(payload).replaceAll(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return btoa(ascii)
}
