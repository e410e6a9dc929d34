import { createChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { http, HttpResponse } from 'msw'
import standIn from '../test/captcha/vendor-stand-in.js?raw'

/** A stand-in for the vendors' scripts, so that no story calls one. */
export const vendorScripts = http.get('*/vendor/:vendor', () =>
  HttpResponse.text(standIn, { headers: { 'content-type': 'text/javascript' } }),
)

/** A server that hands out ALTCHA challenges. */
export const altchaChallenges = http.get('*/altcha', async () =>
  HttpResponse.json({
    ...(await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 1000,
      counter: 20,
      deriveKey,
      hmacSignatureSecret: 'a secret of the server',
    })),
  }),
)
